package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A demand typed in its steps, with mouse and keyboard as they come. */
final class DemandSteps {
  private static final Pattern NUMBER = Pattern.compile("number=(\\d{13}[A-Z0-9]{5})");

  private DemandSteps() {}

  /** Opens a new demand and types what is needed, up to the recapitulation. */
  static void fill(Page page, String surname, String givenName) {
    page.navigate(Browser.address("/register.xhtml"));
    applicant(page, surname, givenName);
    next(page, "CO_APPLICANTS");
    next(page, "HOUSEHOLD");
    next(page, "RESOURCES");
    next(page, "HOUSING");
    page.selectOption("#currentHousing_tenure", "LP");
    next(page, "MOTIVES");
    page.selectOption("#motives_main", "09");
    next(page, "SOUGHT");
    page.selectOption("#sought_category", "I");
    page.check("[id='sought_types:2']");
    page.check("[id='sought_acceptsOtherLocations:0']");
    page.locator("#sought_add_input").pressSequentially("nantes");
    page.locator(".ui-autocomplete-item").first().waitFor();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator("#location_out_0")).isVisible();
    next(page, "RECAP");
  }

  /** The first step. */
  static void applicant(Page page, String surname, String givenName) {
    page.check("#identityChecked");
    page.selectOption("#applicant_civility", "2");
    page.fill("#applicant_surname", surname);
    page.fill("#applicant_givenName", givenName);
    page.fill("#applicant_birthDate", "29/02/1988");
    page.selectOption("#applicant_nationality", "1");
    page.fill("#contact_addressLine", "3 rue des Lilas");
    page.fill("#contact_postalCode", "44000");
    page.fill("#contact_city_input", "Nantes");
  }

  /** Goes on to the step of this name. */
  static void next(Page page, String step) {
    page.click("#next");
    at(page, step);
  }

  /** Waits until the page shows the step of this name. */
  static void at(Page page, String step) {
    page.waitForURL(url -> url.contains("step=" + step));
    page.locator("#step_" + step).waitFor();
  }

  /** Registers, and gives the number. */
  static String register(Page page, String surname, String givenName) {
    fill(page, surname, givenName);
    page.click("#save");
    return number(page);
  }

  /** The number of the demand that the page has come to. */
  static String number(Page page) {
    page.waitForURL(url -> url.contains("demand.xhtml") && NUMBER.matcher(url).find());
    Matcher number = NUMBER.matcher(page.url());
    if (!number.find()) {
      throw new IllegalStateException(page.url());
    }
    return number.group(1);
  }
}
