package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.toitcommun.ear.Calls.as;
import static fr.toitcommun.ear.Calls.form;
import static fr.toitcommun.ear.Calls.register;
import static fr.toitcommun.ear.Calls.today;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Duplicates from the list to the decision, in a real browser and by the interface. */
class DuplicatesJourneyIT extends BrowserTest {
  private static final String DESK = "guichet.nantes";

  /** Two demands of one person, the first the older. */
  private record Pair(String surname, String first, String second) {}

  @Test
  void aDeskComparesTwoDemandsAndTellsThemApart() {
    Pair pair = pair();
    Page manager = browser.signedIn("gestionnaire");
    search(manager);
    manager.context().close();

    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/home.xhtml"));
    page.locator(".main-nav a[href='find.xhtml']").click();
    page.locator(".main-nav a[href='duplicates.xhtml']").click();
    assertThat(page.locator("#search_now")).hasCount(0);
    compare(page, pair);
    assertThat(page.locator(".compared").first()).containsText("Rezé");
    assertThat(page.locator(".compared td.differs").first()).isVisible();
    assertThat(page.locator("#merge")).hasCount(0);
    Accessibility.everywhere(page);
    page.fill("#word", "<b>");
    page.click("#not_same");
    assertThat(page.locator("#word")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#word")).hasValue("<b>");
    page.fill("#word", "Cousines, pièces vérifiées");
    page.click("#not_same");
    assertThat(page.locator(".notice.good")).containsText("C’est noté");
    assertThat(page.locator("main")).not().containsText(pair.surname);
    page.context().close();
  }

  @Test
  void theManagerMergesBothNumbersLeadToOneDemandAndItIsUndone() {
    Pair pair = pair();
    Page page = browser.signedIn("gestionnaire");
    search(page);
    compare(page, pair);
    page.locator("[id='survivor:1']").check();
    page.click("#merge");
    page.waitForURL(url -> url.contains("demand.xhtml?number=" + pair.second));
    assertThat(page.locator(".notice.good")).containsText("Les demandes sont fusionnées");
    assertThat(page.locator("main"))
        .containsText("déposée le " + LettingPages.typed(today().minusDays(200)));
    assertThat(page.locator("#history")).containsText("Fusionnée");

    page.navigate(Browser.address("/find.xhtml?q=" + pair.first));
    assertThat(page.locator(".notice.warn")).containsText("a été fusionné");
    page.navigate(Browser.address("/demand.xhtml?number=" + pair.first));
    assertThat(page.locator("p.notice.warn")).containsText("a été fusionné avec cette demande");
    Accessibility.everywhere(page);
    as(DESK)
        .get("/demands/{number}", pair.first)
        .then()
        .statusCode(200)
        .body("uniqueNumber", equalTo(pair.second))
        .header("Link", containsString("/demands/" + pair.second + ">; rel=\"canonical\""));

    page.locator("#merged input[type=submit]").click();
    assertThat(page.locator(".notice.good")).containsText("La fusion est annulée");
    assertThat(page.locator("#merged")).hasCount(0);
    // The list of sets goes on from here.
    page.click("#work_next");
    page.waitForURL(url -> url.contains("/duplicate"));
    as(DESK)
        .get("/demands/{number}", pair.first)
        .then()
        .statusCode(200)
        .body("uniqueNumber", equalTo(pair.first));
    page.context().close();
  }

  /** Searches the whole file, by the manager's button, and waits until it is done. */
  static void search(Page page) {
    page.navigate(Browser.address("/duplicates.xhtml"));
    page.click("#search_now");
    // A job, watched where all of them are.
    assertThat(page.locator(".notice.good")).containsText("Le traitement est lancé");
    assertThat(
            page.locator(
                ".job-cards li", new Page.LocatorOptions().setHasText("Recherche des doublons")))
        .containsText("Terminé");
  }

  /** Works down the list, page by page, to the set of this person. */
  private static void compare(Page page, Pair pair) {
    page.navigate(Browser.address("/duplicates.xhtml"));
    while (page.locator("tr", new Page.LocatorOptions().setHasText(pair.surname)).count() == 0) {
      page.locator(".paging a[rel=next]").click();
    }
    page.locator("tr", new Page.LocatorOptions().setHasText(pair.surname)).locator("a.btn").click();
    assertThat(page.locator("h1")).containsText("Même personne");
  }

  private static Pair pair() {
    String surname = InventedName.next();
    Map<String, Object> older = form(surname, "44109");
    older.put("depositDate", today().minusDays(200).toString());
    Map<String, Object> newer = form(surname.toUpperCase(java.util.Locale.ROOT), "44109");
    newer.put(
        "contact", Map.of("addressLine", "3 rue Haute", "postalCode", "44400", "city", "Rezé"));
    return new Pair(surname, register(DESK, older), register("bailleur.nantes", newer));
  }
}
