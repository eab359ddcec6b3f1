package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a secretary does around a session and a member does from afar, in a real browser. */
class CommissionJourneyIT extends BrowserTest {
  private static final Letting THERE = new Letting("44055", "La Baule-Escoublac");

  @Test
  void fromTheAgendaInOrderToTheSignedMinutes() {
    String first = THERE.waiting("Audren", 300);
    String second = THERE.waiting("Bescond", 200);
    String third = THERE.waiting("Corlay", 100);
    Letting.Home home = THERE.vacant();
    Letting.propose(home, first, second, third);
    Page page = browser.signedIn(Letting.LANDLORD);
    SessionPages sessions = new SessionPages(page);
    long session = sessions.plan("Salle des mariages");
    sessions.putOnAgenda(home);
    assertThat(page.locator(".al-people")).containsText("Représentant(e) de l'État");

    movedByKeyboard(page, sessions);
    movedByPointer(page, sessions);
    convened(page, sessions, session);
    heldOnTheScreen(page, session);
    page.navigate(Browser.address("/session.xhtml?id=" + session));
    sessions.close();
    lettersMade(page);
    signed(page, sessions);
    page.context().close();
    Letting.leave(first, second, third);
  }

  @Test
  void R_441_9_aSessionIsCopiedAndStandsInItsMonthOnAScreenAndAPhone() {
    Page page = browser.signedIn(Letting.LANDLORD);
    SessionPages sessions = new SessionPages(page);
    long session = sessions.plan("Salle des copies");
    page.navigate(Browser.address("/session.xhtml?id=" + session));
    page.locator("#copy_part summary").click();
    page.fill("#copy_on", LettingPages.typed(Calls.today().plusDays(1)));
    page.click("#copy");
    assertThat(page.locator("#copy_on")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#copy_on_error")).containsText("ne peut plus être tenu");
    Accessibility.check(page);
    LocalDate day = Calls.today().plusDays(45);
    page.fill("#copy_on", LettingPages.typed(day));
    page.click("#copy");
    assertThat(page.locator("#messages")).containsText("Séance copiée");
    String copied = page.url().replaceAll(".*id=(\\d+).*", "$1");

    String link = "a[href='session.xhtml?id=" + copied + "']";
    page.navigate(
        Browser.address("/session-month.xhtml?month=" + YearMonth.from(day).minusMonths(1)));
    page.locator("a[rel=next]").press("Enter");
    page.waitForURL(url -> url.contains(YearMonth.from(day).toString()));
    assertThat(page.locator(".co-month " + link)).containsText("aucun logement");
    Accessibility.check(page);
    page.setViewportSize(390, 844);
    assertThat(page.locator(".co-month " + link)).isHidden();
    assertThat(page.locator(".co-month-list " + link)).isVisible();
    Accessibility.check(page);
    page.context().close();
  }

  private static void movedByKeyboard(Page page, SessionPages sessions) {
    assertThat(sessions.examined().first()).containsText("Audren");
    Locator grip = page.locator("tr .co-grip").first();
    grip.press("Space");
    assertThat(page.locator("#agenda_live")).containsText("position 1 sur 3");
    grip.press("ArrowDown");
    assertThat(page.locator("#agenda_live")).containsText("position 2 sur 3");
    page.locator("tr .co-grip[aria-pressed=true]").press("Space");
    assertThat(sessions.examined().nth(1)).containsText("Audren");
    assertThat(page.locator("#agenda_live")).containsText("est en position 2");
    assertThat(page.locator("tr .co-grip").nth(1)).isFocused();
    Accessibility.check(page);
  }

  private static void movedByPointer(Page page, SessionPages sessions) {
    Locator from = page.locator("tr .co-grip").nth(1);
    from.scrollIntoViewIfNeeded();
    var start = from.boundingBox();
    var target = page.locator("tr .co-grip").first().boundingBox();
    page.mouse().move(start.x + 5, start.y + 5);
    page.mouse().down();
    page.mouse().move(target.x + 5, target.y + 8);
    page.mouse().move(target.x + 5, target.y - 8);
    page.mouse().up();
    // The row stands there before it is stored.
    assertThat(page.locator("#agenda_live")).containsText("est en position 1");
    assertThat(sessions.examined().first()).containsText("Audren");
  }

  private static void convened(Page page, SessionPages sessions, long session) {
    sessions.convene(session);
    sessions.keepConvened();
    page.click("#send");
    assertThat(page.locator("#messages")).containsText("imprimez-les");
    assertThat(page.locator(".al-people")).containsText("convoqué(e) le");
    sessions.isPdf("convening.pdf");
    Accessibility.everywhere(page);
  }

  private static void heldOnTheScreen(Page page, long session) {
    Page screen = page.context().newPage();
    screen.navigate(Browser.address("/live.xhtml?screen=true&id=" + session));
    assertThat(screen.locator("tbody th").first()).containsText("M. A.");
    assertThat(screen.locator(".co-live")).not().containsText("Audren");
    page.navigate(Browser.address("/live.xhtml?id=" + session));
    assertThat(page.locator(".co-live-head")).containsText("Quorum");
    Accessibility.check(page);
    page.click("#names");
    assertThat(page.locator("tbody th").first()).containsText("Audren");
    assertThat(screen.locator("tbody th").first()).containsText("Audren");
    decided(page, "1", "ALLOCATION", null);
    assertThat(screen.locator("tbody tr").first()).containsText("Attribution");
    decided(page, "2", "NON_ALLOCATION", "LOWER_RANK");
    decided(page, "3", "NON_ALLOCATION", "RENT_TOO_HIGH");
    // The screen reads itself again when it sees a change: nothing else is looked at before the
    // last.
    assertThat(screen.locator("tbody tr").nth(1)).containsText("Non-attribution");
    assertThat(screen.locator("tbody tr").nth(2)).containsText("Non-attribution");
    Accessibility.check(screen);
    screen.close();
  }

  /** By its number on the keyboard, in place. */
  private static void decided(Page page, String key, String decision, String motive) {
    page.locator("h1").first().click();
    page.keyboard().press(key);
    assertThat(page.locator("#h-decision")).containsText("Candidat " + key);
    page.check("input[name=decision][value=" + decision + "]");
    assertThat(page.locator("#motiveDetail")).isVisible();
    if (motive != null) {
      page.selectOption("#motive", motive);
    }
    page.click("#decide");
    assertThat(page.locator("#messages"))
        .containsText("Décision enregistrée pour le candidat " + key);
  }

  private static void lettersMade(Page page) {
    assertThat(page.locator("#h-letters ~ p").first()).containsText("3 lettres à faire");
    page.click("#make_letters");
    assertThat(page.locator("#messages")).containsText("3 lettres faites");
  }

  private static void signed(Page page, SessionPages sessions) {
    assertThat(page.locator("#h-minutes")).containsText("projet");
    Accessibility.check(page);
    page.click("#sign");
    assertThat(page.locator("#h-minutes")).containsText("signé");
    assertThat(page.locator(".co-digest")).hasText(Pattern.compile("SHA-256 [0-9a-f]{64}"));
    sessions.isPdf("minutes.pdf");
    sessions.isPdf("letters.pdf");
    page.locator("#sign_part summary").click();
    page.fill("#annex_subject", "Logement 1");
    page.fill("#annex_words", "Lire « deuxième étage ».");
    page.click("#rectify");
    assertThat(page.locator("#messages")).containsText("le procès-verbal reste inchangé");
    sessions.isPdf("annex-1.pdf");
    Accessibility.everywhere(page);
  }

  @Test
  void aMemberVotesOnTheDemonstrationsSession() {
    Page page = browser.signedIn("prefecture.44");
    page.navigate(Browser.address("/seats.xhtml"));
    page.locator("a[href*='vote.xhtml?session=']").first().click();
    assertThat(page.locator("h1")).containsText("Vote à distance");
    Accessibility.check(page);
    int candidates = page.locator("li.co-ballot").count();
    assertThat(candidates).isPositive();
    page.click("#vote");
    assertThat(page.locator("#faults")).isVisible();
    for (int i = 0; i < candidates; i++) {
      page.check(
          "input[name=lines_" + i + "_choice][value=" + (i == 0 ? "ALLOCATION" : "POSTPONE") + "]");
    }
    page.fill("#lines_0_rank", "1");
    page.click("#vote");
    assertThat(page.locator("#messages")).containsText("est enregistré");
    Accessibility.everywhere(page);
    page.context().close();
  }
}
