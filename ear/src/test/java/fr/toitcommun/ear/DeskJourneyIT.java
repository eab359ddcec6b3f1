package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a counter agent does all day, in a real browser. */
class DeskJourneyIT extends BrowserTest {
  private static final String DESK = "guichet.nantes";

  @Test
  void aDemandIsRegisteredFoundRenewedAndCancelled() {
    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/register.xhtml"));
    page.fill("#applicant_surname", "Quéméneur-Vasseur");
    page.click("#next");
    // Everything that is missing is told at its field, and what was typed is still there.
    assertThat(page.locator("#applicant_givenName")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#applicant_surname")).hasValue("Quéméneur-Vasseur");

    String number = DemandSteps.register(page, "Quéméneur-Vasseur", "Nolwenn");
    // The banner is for who has just registered, not for who knows an address.
    assertThat(page.locator("main")).containsText("La demande est enregistrée");
    page.navigate(Browser.address("/demand.xhtml?registered=true&number=" + number));
    assertThat(page.locator("main")).not().containsText("La demande est enregistrée");
    APIResponse certificate =
        page.context().request().get(Browser.address("/certificate?number=" + number));
    assertThat(certificate.status()).isEqualTo(200);
    assertThat(new String(certificate.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

    page.navigate(Browser.address("/find.xhtml?q=quemeneur+vaseur+nolwen"));
    page.locator("a[href*='" + number + "']").first().click();
    page.locator("[data-opens=renew-dialog]").click();
    page.locator("#renew").click();
    assertThat(page.locator("#history")).containsText("Renouvel");

    page.locator("[data-opens=cancel-dialog]").click();
    page.locator("#cancel").click();
    assertThat(page.locator("#reason")).hasAttribute("aria-invalid", "true");
    page.selectOption("#reason", "RADABA");
    page.locator("#cancel").click();
    assertThat(page.locator("[data-opens=cancel-dialog]")).hasCount(0);
    page.context().close();
  }

  @Test
  void R_441_2_8_aDemandCancelledAsUnreachableIsTakenUpAgain() {
    Page page = browser.signedIn(DESK);
    String number = new Letting("44109", "Nantes").waiting("Le Guennec", 150);
    page.navigate(Browser.address("/demand.xhtml?number=" + number));
    page.locator("[data-opens=cancel-dialog]").click();
    page.selectOption("#reason", "RADCON");
    page.locator("#cancel").click();
    assertThat(page.locator("#noticeDate")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#reason")).hasValue("RADCON");
    // The letter must have come a month before.
    page.fill("#noticeDate", LettingPages.typed(Calls.today().minusMonths(2)));
    page.locator("#cancel").click();
    // It is none of the demand's letters: then its tracking number is stated.
    assertThat(page.locator("#noticeDate_said")).containsText("numéro de suivi");
    page.fill("#noticeTracking", "1A 234 567 8901 2");
    page.locator("#cancel").click();
    assertThat(page.locator(".under-title")).containsText("Sans contact");
    assertThat(page.locator("main"))
        .containsText("réactivable jusqu’au " + LettingPages.typed(Calls.today().plusMonths(5)));
    Accessibility.everywhere(page);

    page.locator("#reinstate").click();
    assertThat(page.locator(".notice.good")).containsText("La demande est réactivée");
    assertThat(page.locator(".under-title")).containsText("Active");
    assertThat(page.locator(".under-title .unique").innerText().replaceAll("[^0-9A-Z]", ""))
        .isEqualTo(number);
    assertThat(page.locator("#history")).containsText("Réactivée");
    assertThat(page.locator("#reinstate")).hasCount(0);
    page.context().close();
  }

  @Test
  void theDesksDayIsWorkedDownWithoutGoingBack() {
    Letting town = new Letting("44109", "Nantes");
    String first = town.waiting("Aubépine", 351);
    String second = town.waiting("Bruyère", 350);
    Page page = browser.signedIn(DESK);
    assertThat(page.locator("#day-title")).containsText("La journée du guichet");
    Accessibility.everywhere(page);
    page.locator("#renewals-title a").click();
    assertThat(page.locator("h1")).containsText("Demandes à renouveler");
    while (page.locator("tr", new Page.LocatorOptions().setHasText("Aubépine")).count() == 0) {
      page.locator(".paging a[rel=next]").click();
    }
    page.locator("tr", new Page.LocatorOptions().setHasText("Aubépine")).locator("a").click();
    page.waitForURL(url -> url.contains(first));
    Accessibility.everywhere(page);
    page.locator("[data-opens=renew-dialog]").click();
    page.locator("#renew").click();
    assertThat(page.locator(".notice.good")).containsText("renouvelée");
    // Renewed, it has left the list; the way on is where it was.
    page.click("#work_next");
    page.waitForURL(url -> url.contains("demand.xhtml") && !url.contains(first));
    assertThat(page.locator(".work-bar")).containsText("Demandes à renouveler");
    while (!page.url().contains(second)) {
      page.click("#work_next");
      page.waitForLoadState();
      assertThat(page.locator("h1")).not().containsText("Demandes à renouveler");
    }

    page.navigate(Browser.address("/certificates.xhtml"));
    Accessibility.everywhere(page);
    Page paper =
        page.waitForPopup(() -> page.locator("#certificates input[type=submit]").first().click());
    paper.waitForURL(url -> url.endsWith(".pdf"));
    // The row says so, and the keyboard is on the next one.
    assertThat(page.locator("tbody tr").first()).containsText("Remise");
    assertThat(page.locator("#certificates input[type=submit]").first()).isFocused();
    paper.close();

    page.navigate(Browser.address("/work.xhtml?list=TO_COMPLETE"));
    page.locator(".title-row a.btn.primary").click();
    assertThat(page.locator("#missing")).containsText("Il manque");
    Accessibility.everywhere(page);
    page.locator("#missing a.btn").click();
    page.waitForURL(url -> url.contains("modify.xhtml"));
    page.context().close();
  }

  @Test
  void R_441_2_3_aPersonAlreadyInTheFileIsShownBesideWhatIsTyped() {
    Page page = browser.signedIn(DESK);
    String number = DemandSteps.register(page, "Le Bozec", "Gwénola");
    DemandSteps.fill(page, "LE BOZEC", "gwenola");
    assertThat(page.locator("#duplicates a[href*='" + number + "']")).isVisible();
    page.click("#save");
    // Saving asks once more; nothing is stored until it is answered.
    page.locator("#confirm").click();
    assertThat(DemandSteps.number(page)).isNotEqualTo(number);
    page.context().close();
  }

  @Test
  void theSecondOfTwoAgentsIsToldWhatChangedAndKeepsWhatWasTyped() {
    Page first = browser.signedIn(DESK);
    String number = DemandSteps.register(first, "Kermarrec", "Yaëlle");
    Page second = browser.signedIn("bailleur.nantes");
    first.navigate(Browser.address("/modify.xhtml?number=" + number));
    second.navigate(Browser.address("/modify.xhtml?number=" + number));
    first.fill("#contact_city_input", "Rezé");
    first.click("#save");
    first.waitForURL(url -> url.contains("demand.xhtml"));
    second.fill("#contact_addressLine", "8 quai de la Fosse");
    second.click("#save");
    assertThat(second.locator("main")).containsText("Rezé");
    assertThat(second.locator("#contact_addressLine")).hasValue("8 quai de la Fosse");
    second.click("#save");
    second.waitForURL(url -> url.contains("demand.xhtml"));
    assertThat(second.locator("main")).containsText("8 quai de la Fosse");
    first.context().close();
    second.context().close();
  }
}
