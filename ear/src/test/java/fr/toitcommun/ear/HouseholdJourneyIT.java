package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** At the counter: a household changes, and how its demand was before. */
class HouseholdJourneyIT extends BrowserTest {
  private static final String DESK = "guichet.nantes";

  @Test
  void aCoupleSeparatesAndTheNewDemandOpensForWhatDiffers() {
    String number = couple("Hervouët");
    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/demand.xhtml?number=" + number));
    page.locator("a[href^='household.xhtml']").click();
    assertThat(page.locator("#coApplicant")).not().hasValue("");
    page.selectOption("#place_0", "LEAVING");
    page.click("#separate");
    // Where they flee to is theirs to say: nothing of the common address is taken over.
    assertThat(page.locator("#contact_addressLine")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#contact_addressLine")).hasValue("");
    Accessibility.everywhere(page);
    page.fill("#contact_addressLine", "8 quai de la Fosse");
    page.fill("#contact_postalCode", "44000");
    page.fill("#contact_city", "Nantes");
    page.click("#separate");
    page.waitForURL(url -> url.contains("modify.xhtml") && !url.contains(number));
    assertThat(page.locator("#applicant_givenName")).hasValue("Loïc");
    page.click("#go_HOUSEHOLD");
    assertThat(page.locator("#dependants_0_givenName")).hasValue("Zoé");
    page.navigate(Browser.address("/demand.xhtml?number=" + number));
    assertThat(page.locator("#household")).not().containsText("Loïc");
    page.navigate(Browser.address("/history.xhtml?number=" + number));
    page.selectOption("#kind", "SEPARATED");
    page.locator("form[action='history.xhtml'] button").click();
    assertThat(page.locator(".history > li")).hasCount(1);
    Accessibility.everywhere(page);
    page.locator(".history a[href^='demand.xhtml']").first().click();
    assertThat(page.locator("h1")).hasText("Loïc Hervouët");
    Accessibility.everywhere(page);
    page.context().close();
  }

  @Test
  void theApplicantDiesAndThePastStaysReadable() {
    String number = couple("Lambourg");
    Page page = browser.signedIn("bailleur.nantes");
    page.navigate(Browser.address("/household.xhtml?number=" + number));
    page.click("#leave");
    assertThat(page.locator("#person")).hasAttribute("aria-invalid", "true");
    page.selectOption("#person", page.locator("#person option").nth(1).getAttribute("value"));
    page.selectOption("#departure", "DEATH");
    page.click("#leave");
    assertThat(page.locator("h1")).hasText("Loïc Lambourg");
    assertThat(page.locator("#history")).containsText("Départ d’une personne");
    LocalDate yesterday = Calls.today().minusDays(1);
    page.fill("#past-on", LettingPages.typed(yesterday));
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).containsText(LettingPages.typed(yesterday));
    assertThat(page.locator("#household")).containsText("Maëlle-Anne");
    assertThat(page.locator("#since")).containsText("Loïc Lambourg · Prénom");
    Accessibility.everywhere(page);
    page.fill("#on", "32/13/2026");
    page.keyboard().press("Enter");
    assertThat(page.locator("#on")).hasValue("32/13/2026");
    assertThat(page.locator("#on")).hasAttribute("aria-invalid", "true");
    page.context().close();
  }

  private static String couple(String surname) {
    Map<String, Object> demand = Calls.form(surname, "44109");
    demand.put("depositDate", Calls.today().minusDays(60).toString());
    demand.put(
        "coApplicants",
        List.of(
            Map.of(
                "civility", "1",
                "surname", surname,
                "givenName", "Loïc",
                "birthDate", "1985-06-01",
                "nationality", "1",
                "applicantLink", "M")));
    demand.put(
        "dependants",
        List.of(
            Map.of(
                "surname", surname,
                "givenName", "Zoé",
                "birthDate", "2018-01-01",
                "kinship", "E")));
    return Calls.register(DESK, demand);
  }
}
