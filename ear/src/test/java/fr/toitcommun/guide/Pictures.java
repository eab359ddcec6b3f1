package fr.toitcommun.guide;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import fr.toitcommun.ear.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Takes again the pictures of the README and of the guides that show what the demonstration has on
 * its first day, so that they stay true: nothing is stored by it. How it is called, docs/guide/README.md tells at
 * its end.
 */
public final class Pictures {
  private static final int TALLEST = 1300;
  private static final int PROJECTOR_WIDTH = 1920;
  private static final int PROJECTOR_HEIGHT = 1080;
  private static final String LANDLORD = "bailleur.nantes";
  private static final String STATE = "prefecture.44";
  private static final String MANAGER = "gestionnaire";

  private final Browser browser;
  private final Path guide;
  private final Path readme;

  private Pictures(Browser browser, Path home) throws IOException {
    this.browser = browser;
    this.guide = Files.createDirectories(home.resolve("docs/guide/images"));
    this.readme = Files.createDirectories(home.resolve("docs/images"));
  }

  /**
   * Takes them of the application at {@code -Dtest.http.port}.
   *
   * @param arguments the folder of the repository
   */
  public static void main(String[] arguments) throws IOException {
    try (Browser browser = Browser.start()) {
      new Pictures(browser, Path.of(arguments[0])).take();
    }
  }

  private void take() throws IOException {
    Page page = browser.signedIn(LANDLORD);
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
    picture(page, "/eligibility.xhtml" + number, "eligibilite", null);
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
    page.navigate(
        Browser.address(session.replace("session.xhtml", "live.xhtml") + "&screen=true"));
    page.screenshot(new Page.ScreenshotOptions().setPath(guide.resolve("seance-ecran.png")));
    page.context().close();

    Page phone = Browser.signIn(browser.phone(), LANDLORD);
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

  /** The address of three candidates side by side, as the page itself makes it. */
  private static String compared(Page page, String candidates) {
    page.navigate(Browser.address(candidates));
    Locator boxes = page.locator("input.al-pick");
    for (int i = 0; i < 3; i++) {
      boxes.nth(i).check();
    }
    page.locator("input[id$=compare]")
        .first()
        .click();
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
  private void picture(
      Page page, String path, String name, String inReadme, Consumer<Page> before)
      throws IOException {
    page.navigate(Browser.address(path));
    before.accept(page);
    page.waitForLoadState();
    int height = (int) page.evaluate("document.documentElement.scrollHeight");
    Path file = guide.resolve(name + ".png");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setClip(new Clip(0, 0, page.viewportSize().width, Math.min(height, TALLEST)))
            .setPath(file));
    if (inReadme != null) {
      Files.copy(
          file,
          readme.resolve(inReadme + ".png"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
