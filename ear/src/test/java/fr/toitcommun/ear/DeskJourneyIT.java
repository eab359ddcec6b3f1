package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a counter agent does all day, in a real browser. */
class DeskJourneyIT extends BrowserTest {
  private static final Pattern NUMBER = Pattern.compile("number=(\\d{13}[A-Z0-9]{5})");
  private static final String DESK = "guichet.nantes";

  @Test
  void aDemandIsRegisteredFoundRenewedAndCancelled() {
    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/register.xhtml"));
    page.fill("#applicant_surname", "Quéméneur-Vasseur");
    page.click("#save");
    // Everything that is missing is told at its field, and what was typed is still there.
    assertThat(page.locator("#applicant_givenName")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#applicant_surname")).hasValue("Quéméneur-Vasseur");

    fill(page, "Quéméneur-Vasseur", "Nolwenn");
    page.click("#save");
    String number = number(page);
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
  void R_441_2_3_aPersonAlreadyInTheFileIsShownBesideWhatIsTyped() {
    Page page = browser.signedIn(DESK);
    register(page, "Le Bozec", "Gwénola");
    String number = number(page);
    page.navigate(Browser.address("/register.xhtml"));
    fill(page, "LE BOZEC", "gwenola");
    assertThat(page.locator("#duplicates a[href*='" + number + "']")).isVisible();
    page.click("#save");
    // Saving asks once more; nothing is stored until it is answered.
    page.locator("#confirm").click();
    assertThat(number(page)).isNotEqualTo(number);
    page.context().close();
  }

  @Test
  void theSecondOfTwoAgentsIsToldWhatChangedAndKeepsWhatWasTyped() {
    Page first = browser.signedIn(DESK);
    register(first, "Kermarrec", "Yaëlle");
    String number = number(first);
    Page second = browser.signedIn("bailleur.nantes");
    first.navigate(Browser.address("/modify.xhtml?number=" + number));
    second.navigate(Browser.address("/modify.xhtml?number=" + number));
    first.fill("#contact_city", "Rezé");
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

  private static void register(Page page, String surname, String givenName) {
    page.navigate(Browser.address("/register.xhtml"));
    fill(page, surname, givenName);
    page.click("#save");
  }

  private static void fill(Page page, String surname, String givenName) {
    page.check("#identityChecked");
    page.selectOption("#applicant_civility", "2");
    page.fill("#applicant_surname", surname);
    page.fill("#applicant_givenName", givenName);
    page.fill("#applicant_birthDate", "29/02/1988");
    page.selectOption("#applicant_nationality", "1");
    page.fill("#contact_addressLine", "3 rue des Lilas");
    page.fill("#contact_postalCode", "44000");
    page.fill("#contact_city", "Nantes");
    page.selectOption("#currentHousing_tenure", "LP");
    page.selectOption("#motives_main", "09");
    page.selectOption("#sought_category", "I");
    page.check("[id='sought_types:2']");
    page.check("[id='sought_acceptsOtherLocations:0']");
    page.locator("#sought_add_input").pressSequentially("nantes");
    page.locator(".ui-autocomplete-item").first().waitFor();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator("#location_out_0")).isVisible();
  }

  private static String number(Page page) {
    page.waitForURL(url -> NUMBER.matcher(url).find());
    Matcher number = NUMBER.matcher(page.url());
    assertThat(number.find()).isTrue();
    return number.group(1);
  }
}
