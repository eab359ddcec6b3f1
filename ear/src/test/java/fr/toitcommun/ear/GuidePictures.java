package fr.toitcommun.ear;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Takes again the pictures of the README and of the guides that show what the demonstration has on
 * its first day, so that they stay true. It stores nothing, and no plain run of the tests calls it:
 *
 * <pre>{@code
 * ./mvnw verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=GuidePictures \
 *   -Dfailsafe.failIfNoSpecifiedTests=false -Dtest.demands=8000
 * }</pre>
 */
class GuidePictures extends BrowserTest {
  private static final int TALLEST = 1300;
  private static final int PROJECTOR_WIDTH = 1920;
  private static final int PROJECTOR_HEIGHT = 1080;
  private static final String STATE = "prefecture.44";
  private static final String MANAGER = "gestionnaire";

  private final Path home = Path.of(System.getProperty("test.home"));
  private final Path guide = home.resolve("docs/guide/images");
  private final Path readme = home.resolve("docs/images");

  @Test
  void takesThemAgain() throws IOException {
    Page page = browser.signedIn(Letting.LANDLORD);
    String candidates = first(page, "/vacancies.xhtml", "a[href*='candidates.xhtml?vacancy=']");
    String session = first(page, "/sessions.xhtml", "a[href*='session.xhtml?id=']");
    String dwelling = first(page, "/stock.xhtml", "a[href*='dwelling.xhtml?id=']");
    String proposal = first(page, "/proposals.xhtml", "a[href*='proposal.xhtml?id=']");
    String vote = first(page, "/seats.xhtml", "a[href*='vote.xhtml?session=']");
    String demand = first(page, candidates, "a[href*='demand.xhtml?number=']");
    String number = demand.substring(demand.indexOf('?'));

    picture(page, "/home.xhtml", "accueil-bailleur", "home");
    picture(page, "/vacancies.xhtml", "logements-vacants", null);
    picture(page, "/stock.xhtml", "parc", null);
    picture(page, dwelling, "logement", null);
    picture(
        page,
        candidates,
        "candidats",
        "candidates",
        shown -> shown.locator("details.al-why summary").first().click());
    picture(page, compared(page, candidates), "comparaison", null);
    picture(page, "/fits.xhtml" + number, "logements-qui-conviennent", null);
    picture(page, first(page, candidates, "a[href*='eligibility.xhtml']"), "eligibilite", null);
    picture(page, "/proposals.xhtml", "propositions", "proposals");
    picture(page, proposal, "reponse", null);
    picture(page, "/sessions.xhtml", "seances", null);
    picture(page, session, "seance-preparee", null);
    picture(page, session.replace("session.xhtml", "convene.xhtml"), "convoques", null);
    picture(page, session.replace("session.xhtml", "live.xhtml"), "seance-decisions", "session");
    picture(page, vote, "vote", null);
    picture(page, "/commitments.xhtml", "engagements", null);
    picture(page, "/commission-report.xhtml", "bilan-commission", null);
    String decide = first(page, session, "a[href*='decide.xhtml']");
    picture(page, decide, "decision", null);
    String lease = first(page, "/proposals.xhtml?filter=TO_SIGN", "a[href*='lease.xhtml']");
    picture(page, lease, "bail", null);
    page.setViewportSize(PROJECTOR_WIDTH, PROJECTOR_HEIGHT);
    page.navigate(Browser.address(session.replace("session.xhtml", "live.xhtml") + "&screen=true"));
    page.screenshot(new Page.ScreenshotOptions().setPath(guide.resolve("seance-ecran.png")));
    page.context().close();

    Page phone = Browser.signIn(browser.phone(), Letting.LANDLORD);
    picture(phone, candidates, "candidats-telephone", null);
    picture(phone, demand, "dossier-telephone", null);
    phone.context().close();

    Page desk = browser.signedIn("guichet.nantes");
    picture(desk, "/home.xhtml", "accueil-guichet", null);
    picture(desk, demand, "dossier", "demand");
    desk.context().close();

    Page state = browser.signedIn(STATE);
    picture(state, "/designations.xhtml", "designations", null);
    picture(
        state,
        first(state, "/designations.xhtml", "a[href*='designate.xhtml?vacancy=']"),
        "designer",
        null);
    picture(state, "/agreements.xhtml", "conventions", null);
    picture(state, "/labels.xhtml", "priorites-a-examiner", null);
    picture(state, "/priorities.xhtml" + number, "priorites", null);
    state.context().close();

    Page manager = browser.signedIn(MANAGER);
    picture(manager, "/grid.xhtml?id=3", "grille-de-cotation", null);
    manager.context().close();
  }

  /** What the observatory shows; its ten years of files must stand. */
  @Test
  void takesThoseOfTheObservatoryAgain() throws IOException {
    Page page = browser.signedIn(Letting.LANDLORD);
    picture(page, "/observatory.xhtml?level=TERRITORY", "observatoire-activite", null);
    picture(
        page,
        "/tables.xhtml?table=DEMANDS_BY_COMPOSITION&territory=244400404&compared=2025-01-01",
        "observatoire-tableau",
        null);
    String question = "indicator=ACTIVE&rows=AGE&columns=TRANSFER&f.TYPE=T2,T3";
    picture(page, "/query.xhtml?" + question, "observatoire-requete", null);
    page.navigate(Browser.address("/map.xhtml?indicator=SENIORITY_MEDIAN&rows=EPCI"));
    // In a taller window the map would be as much taller, and its lower end cut off.
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(guide.resolve("observatoire-carte.png"))
            .setFullPage(true)
            .setClip(0, 0, page.viewportSize().width, TALLEST));
    picture(page, "/reports.xhtml?kind=TERRITORY", "rapports", null);
    picture(page, "/quality.xhtml", "qualite", null);
    page.context().close();
    Page phone = Browser.signIn(browser.phone(), Letting.LANDLORD);
    picture(phone, "/observatory.xhtml?level=TERRITORY", "observatoire-telephone", null);
    phone.context().close();
  }

  /** The address of three candidates side by side, as the page itself makes it. */
  private static String compared(Page page, String candidates) {
    page.navigate(Browser.address(candidates));
    Locator boxes = page.locator("input.al-pick");
    for (int i = 0; i < 3; i++) {
      boxes.nth(i).check();
    }
    page.locator("input[id$=compare]").first().click();
    page.waitForURL(url -> url.contains("compare.xhtml"));
    return page.url().replaceFirst(".*(?=/compare)", "");
  }

  private static String first(Page page, String path, String link) {
    page.navigate(Browser.address(path));
    String href = page.locator(link).first().getAttribute("href");
    return href.startsWith("/") ? href : "/" + href;
  }

  private void picture(Page page, String path, String name, String inReadme) throws IOException {
    picture(page, path, name, inReadme, shown -> {});
  }

  /**
   * One picture, of the whole page as far as it is not taller than a guide can show.
   *
   * @param inReadme its name in the README; null: not there
   */
  private void picture(Page page, String path, String name, String inReadme, Consumer<Page> done)
      throws IOException {
    page.navigate(Browser.address(path));
    done.accept(page);
    page.waitForLoadState();
    int width = page.viewportSize().width;
    int before = page.viewportSize().height;
    int height = (int) page.evaluate("document.documentElement.scrollHeight");
    page.evaluate("window.scrollTo(0, 0)");
    // A window as tall as the picture: what sticks to its lower edge is where it belongs.
    page.setViewportSize(width, Math.min(height, TALLEST));
    Path file = guide.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    page.setViewportSize(width, before);
    if (inReadme != null) {
      Files.copy(file, readme.resolve(inReadme + ".png"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
