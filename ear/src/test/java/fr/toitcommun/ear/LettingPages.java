package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages from the vacant dwelling to the lease, as the landlord's agent goes through them. */
final class LettingPages {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final Pattern ID = Pattern.compile("[?&]id=(\\d+)");

  private final Page page;

  /**
   * @param page of an agent who is signed in
   */
  LettingPages(Page page) {
    this.page = page;
  }

  /** A day as it is typed. */
  static String typed(LocalDate day) {
    return DAY.format(day);
  }

  /** Opens a page that must be there. */
  void open(String path) {
    Response answer = page.navigate(Browser.address(path));
    assertThat(answer.status()).as(path).isEqualTo(200);
  }

  /** Opens the file of a demand. */
  void openDemand(String number) {
    open("/demand.xhtml?number=" + number);
  }

  /** What one's own organisation did this month: told however few it is. */
  int countedThisMonth(String name) {
    open("/observatory.xhtml?level=PARTNER");
    Locator row = page.locator(".ob-activity tbody tr");
    String figure =
        row.filter(new Locator.FilterOptions().setHasText(name)).locator("td").last().innerText();
    return Integer.parseInt(figure.replaceAll("\\D", ""));
  }

  /** Declares a T2 vacant there and gives what it became. */
  Letting.Home declare(String municipality) {
    String address = Letting.address();
    open("/declare.xhtml");
    page.locator("#municipalityCode_input").pressSequentially(municipality);
    page.locator(".ui-autocomplete-item").first().click();
    assertThat(page.locator("#municipalityCode_input"))
        .hasValue(Pattern.compile(municipality + ".*"));
    page.fill("#address", address);
    page.fill("#floor", "2");
    page.selectOption("#type", "T2");
    page.fill("#surface", "48");
    page.selectOption("#scheme", "PLUS");
    page.fill("#mainRent", "320");
    page.fill("#charges", "60");
    page.fill("#internalReference", address);
    page.fill("#availableFrom", typed(Calls.today()));
    page.selectOption("#quota", "AUCUN");
    page.fill("#quotaReason", "Essai");
    page.click("#declare");
    page.waitForURL(url -> url.contains("/vacancy.xhtml?id="));
    return new Letting.Home(id(), address);
  }

  /** The identity that the page's address bears. */
  long id() {
    Matcher id = ID.matcher(page.url());
    assertThat(id.find()).as(page.url()).isTrue();
    return Long.parseLong(id.group(1));
  }

  /** What the list of candidates says of this demand. */
  Locator candidate(String number) {
    return about(page.locator(".al-candidate"), number);
  }

  /** The line of a table that is about this demand. */
  Locator line(String number) {
    return about(page.locator("tbody tr"), number);
  }

  private Locator about(Locator those, String number) {
    return those.filter(
        new Locator.FilterOptions().setHas(page.locator("a[href*='number=" + number + "']")));
  }

  /** Ticks candidates and asks to propose, up to the confirmation. */
  void choose(String... numbers) {
    for (String number : numbers) {
      candidate(number).locator("input.al-pick").check();
    }
    page.click("#confirm");
    assertThat(page.locator("#confirmation li")).hasCount(numbers.length);
  }

  /** Confirms: the dwelling is proposed to those chosen. */
  void propose() {
    page.click("#propose");
    page.waitForURL(url -> url.contains("/vacancy.xhtml?id="));
  }

  /** Says what the applicant answered, up to what the answer needs. */
  void answer(String answer) {
    page.check("input[name=answer][value=" + answer + "]");
    assertThat(page.locator(answer.equals("REFUSE") ? "#motive" : "#on")).isVisible();
  }

  /** Records the answer, which leads back to the dwelling. */
  void record() {
    page.click("#record");
    page.waitForURL(url -> url.contains("/vacancy.xhtml?id="));
  }

  /** A field that is told to be wrong, with its fault beside it. */
  void isTold(String field) {
    assertThat(page.locator("#" + field)).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#" + field + "_error")).isVisible();
  }
}
