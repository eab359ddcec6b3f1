package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures that open, priorities and local rules, as those see them who work with them. */
class EligibilityPagesIT extends BrowserTest {
  private static final Letting THERE = new Letting("44210", "Trignac");

  @Test
  void aFigureOpensByKeyboardAndShowsHowItWasReached() {
    String number = Calls.register(Letting.LANDLORD, Calls.form("Abgrall", THERE.code()));
    Letting.Home home = THERE.vacant();
    Page page = browser.signedIn(Letting.LANDLORD);
    page.navigate(Browser.address("/demand.xhtml?number=" + number));
    Locator category = page.locator("#figures details").first();
    assertThat(category).containsText("Catégorie de ménage");
    category.locator("summary").focus();
    page.keyboard().press("Enter");
    assertThat(category.locator("ol")).isVisible();
    assertThat(category).containsText("arrêté du 29 juillet 1987");
    Accessibility.everywhere(page);
    picture(page, "figures");
    page.navigate(
        Browser.address("/eligibility.xhtml?number=" + number + "&vacancy=" + home.vacancy()));
    assertThat(page.locator("main")).containsText("Taux d’effort");
    page.fill("#resources", "1 500");
    page.fill("#aid", "100");
    page.check("#water");
    page.click("#recount");
    page.waitForURL(url -> url.contains("given=1"));
    assertThat(page.locator("#resources")).hasValue("1 500");
    assertThat(page.locator("#water")).isChecked();
    Locator effort =
        page.locator(".figures details")
            .filter(new Locator.FilterOptions().setHasText("Taux d’effort"));
    effort.locator("summary").click();
    assertThat(effort).containsText("Forfait d’eau");
    assertThat(effort).containsText("1 500 €/mois");
    Accessibility.everywhere(page);
    picture(page, "eligibility");
    page.fill("#resources", "beaucoup");
    page.click("#recount");
    assertThat(page.locator("[role=alert]")).containsText("n’est pas un nombre");
    assertThat(page.locator("#resources")).hasValue("beaucoup");
    page.context().close();
  }

  @Test
  void L_441_1_fromALikelyGroundToItsCertification() {
    Map<String, Object> form = Calls.form("Bescond", THERE.code());
    form.put("motives", Map.of("main", "05"));
    String number = Calls.register(Letting.LANDLORD, form);
    Page page = browser.signedIn(Letting.LANDLORD);
    page.navigate(Browser.address("/demand.xhtml?number=" + number));
    assertThat(page.locator("#priorities")).containsText("expulsion");
    page.click("#priorities a[href*='priorities.xhtml']");
    page.locator("[id$=accept]").first().click();
    assertThat(page.locator(".notice.good")).containsText("certification est demandée");
    assertThat(page.locator(".labels-list")).containsText("à certifier");
    page.click("#certify");
    assertThat(page.locator("#faults")).isVisible();
    page.selectOption("#code", "GROUND L");
    page.fill("#proof", "Jugement du tribunal vu");
    picture(page, "priorities");
    Accessibility.everywhere(page);
    page.click("#certify");
    assertThat(page.locator(".notice.good")).containsText("certifiée");
    page.navigate(Browser.address("/demand.xhtml?number=" + number));
    assertThat(page.locator("#priorities .tag.good")).containsText("certifiée");
    assertThat(page.locator("#history")).containsText("Priorité certifiée");
    page.navigate(Browser.address("/labels.xhtml"));
    assertThat(page.locator("main")).containsText("en attente");
    Accessibility.everywhere(page);
    picture(page, "labels");
    page.context().close();
  }

  @Test
  void L_441_1_whoMayNotKnowReadsOneLineForAllGroundsOfAScore() {
    String number = protectedByItsGround("Cloarec");
    Page page = browser.signedIn("guichet.nantes");
    assertThat(page.navigate(Browser.address("/demand.xhtml?number=" + number)).status())
        .isEqualTo(200);
    Locator score = page.locator("#priorities details");
    score.locator("summary").click();
    Locator folded =
        score
            .locator(".mt-score > div")
            .filter(new Locator.FilterOptions().setHasText("sans les distinguer"));
    assertThat(folded).hasCount(1);
    assertThat(folded.locator("dd")).not().hasText("0");
    assertThat(page.locator("#history")).isVisible();
    assertThat(page.locator("main")).not().containsText("iolences au sein du couple");
    Accessibility.check(page);
    page.context().close();
    Page landlord = browser.signedIn(Letting.LANDLORD);
    landlord.navigate(Browser.address("/demand.xhtml?number=" + number));
    assertThat(landlord.locator("#priorities .mt-score")).not().containsText("sans les distinguer");
    landlord.context().close();
    Letting.leave(number);
  }

  @Test
  void whatIsAskedForIsRefusedWhereItWasAskedNotWhereOthersAreCertified() {
    String number = protectedByItsGround("Daniel");
    Page page = browser.signedIn("departement.44");
    page.navigate(Browser.address("/priorities.xhtml?number=" + number));
    assertThat(page.locator("#asked")).hasValue("");
    assertThat(page.locator("#code option[value='GROUND L']")).hasCount(1);
    assertThat(page.locator("#asked option[value='GROUND L']")).hasCount(0);
    page.selectOption("#asked", "GROUND G");
    page.click("#ask");
    assertThat(page.locator("#asked")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#asked_error")).containsText("déjà en vigueur");
    assertThat(page.locator("#asked")).hasValue("GROUND G");
    assertThat(page.locator("#code")).hasValue("");
    assertThat(page.locator("#code[aria-invalid]")).hasCount(0);
    Accessibility.check(page);
    page.selectOption("#asked", "");
    page.click("#ask");
    assertThat(page.locator("#asked_error")).isVisible();
    assertThat(page.locator("#code[aria-invalid]")).hasCount(0);
    page.context().close();
    Letting.leave(number);
  }

  /** A demand of Nantes, whose grid counts every ground, with one that tells of violence. */
  private static String protectedByItsGround(String surname) {
    String number = Calls.register("guichet.nantes", Calls.form(surname, "44109"));
    Calls.sending("prefecture.44", Map.of("kind", "GROUND", "code", "G", "proof", "Ordonnance vue"))
        .post("/demands/{number}/labels/certification", number)
        .then()
        .statusCode(200);
    return number;
  }

  @Test
  void theManagerStatesThresholdsGridAndCommitments() {
    Page page = browser.signedIn("gestionnaire");
    page.navigate(Browser.address("/thresholds.xhtml"));
    Accessibility.everywhere(page);
    picture(page, "thresholds");
    page.selectOption("#epci", "244400404");
    page.fill("#amount", "10400");
    page.fill("#source", "arrêté d’essai");
    page.click("#save");
    assertThat(page.locator(".notice.good")).containsText("seuil est enregistré");
    assertThat(page.locator("table")).containsText("10 400 €");
    page.navigate(Browser.address("/size-grid.xhtml?territory=53"));
    assertThat(page.locator("main")).containsText("suit une grille plus large");
    page.check("#fit_1_T3");
    page.fill("#source", "PPGDID d’essai");
    Accessibility.everywhere(page);
    picture(page, "size-grid");
    page.click("#save");
    assertThat(page.locator(".notice.good")).containsText("grille est en vigueur");
    assertThat(page.locator("#fit_1_T3")).isChecked();
    page.click("#drop");
    assertThat(page.locator("main")).containsText("suit une grille plus large");
    assertThat(page.locator("#fit_1_T3")).not().isChecked();
    page.navigate(Browser.address("/collective.xhtml"));
    Accessibility.everywhere(page);
    picture(page, "collective");
    page.click("#save");
    assertThat(page.locator("#faults")).isVisible();
    page.selectOption("#territory", "ACD 44");
    page.selectOption("#landlord", page.locator("#landlord option").nth(1).getAttribute("value"));
    page.fill("#target", "37");
    page.click("#save");
    assertThat(page.locator(".notice.good")).containsText("engagement est enregistré");
    assertThat(page.locator("table")).containsText("37");
    page.context().close();
  }

  /** For who wants to look at the pages: {@code -Dpictures=folder}. */
  private static void picture(Page page, String name) {
    String folder = System.getProperty("pictures");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }
    assertThat(page.title()).isNotBlank();
  }
}
