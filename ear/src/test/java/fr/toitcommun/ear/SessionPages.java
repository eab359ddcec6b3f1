package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;

/** The pages of a session of the commission, as the landlord's agent goes through them. */
final class SessionPages {
  private final Page page;
  private final LettingPages pages;

  /**
   * @param page of an agent who is signed in
   */
  SessionPages(Page page) {
    this.page = page;
    this.pages = new LettingPages(page);
  }

  /** Plans a session for today and gives its identity. */
  long plan(String place) {
    pages.open("/sessions.xhtml");
    page.fill("#heldAt", LettingPages.typed(Calls.today()));
    page.fill("#place", place);
    page.click("#go");
    page.waitForURL(url -> url.contains("/session.xhtml?id="));
    return pages.id();
  }

  /** Puts a dwelling on the agenda. */
  void putOnAgenda(Letting.Home home) {
    Locator option =
        page.locator("#vacancy option")
            .filter(new Locator.FilterOptions().setHasText(home.address()));
    page.selectOption("#vacancy", option.getAttribute("value"));
    page.click("#add");
    assertThat(page.locator("article.al-item")).containsText(home.address());
  }

  /** Those examined, in order. */
  Locator examined() {
    return page.locator("article.al-item tbody th a");
  }

  /** Moves a candidate down by one. */
  void down(String applicant) {
    page.locator("[aria-label^='Descendre'][aria-label$='" + applicant + "']").click();
    page.waitForLoadState();
  }

  /** Convenes whom the law puts on the commission, all present. */
  void convene(long session) {
    pages.open("/convene.xhtml?id=" + session);
    page.click("#bylaw");
    assertThat(page.locator("#attendees_0_name")).isVisible();
    assertThat(page.locator("#attendees_0_attendance option[value=REPRESENTED]")).hasCount(1);
    assertThat(page.locator("option[value=REMOTE]")).hasCount(0);
    page.click("#all");
    assertThat(page.locator("#attendees_0_attendance")).hasValue("PRESENT");
  }

  /** Keeps the list of those convened. */
  void keepConvened() {
    page.click("#save");
    page.waitForURL(url -> url.contains("/session.xhtml?id="));
  }

  /** Opens the decision on a candidate. */
  void decideOn(String number) {
    pages.line(number).locator("a[href*='decide.xhtml']").click();
    page.waitForURL(url -> url.contains("/decide.xhtml"));
  }

  /** Chooses one of the five decisions, up to the fields it needs. */
  void choose(String decision) {
    page.check("input[name=decision][value=" + decision + "]");
    assertThat(page.locator("#motiveDetail")).isVisible();
  }

  /** Records the decision and waits for the page of the next candidate. */
  void recordAndGoOnTo(String applicant) {
    page.click("#next");
    assertThat(page.locator("h1")).containsText(applicant);
  }

  /** Closes the session. */
  void close() {
    page.click("#close");
    assertThat(page.locator("#close")).hasCount(0);
  }

  /** What a link of the page gives is a document to keep. */
  void isPdf(String ending) {
    String link = page.locator("a[href$='" + ending + "']").first().getAttribute("href");
    APIResponse answer = page.context().request().get(Browser.address(link));
    assertThat(answer.status()).as(link).isEqualTo(200);
    assertThat(answer.headers().get("content-type")).isEqualTo("application/pdf");
    assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }
}
