package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The manager looks at a job, runs it, and sees what it did and what it did not. */
class JobsJourneyIT extends BrowserTest {
  private static final double A_JOB = 60_000;
  private static final Letting THERE = new Letting("44109", "Nantes");

  @Test
  void theManagerLooksAtAJobRunsItAndSeesWhatItLeft() throws SQLException {
    longAgo(THERE.waiting("Goasguen", 300));
    Page page = browser.signedIn("gestionnaire");
    page.locator(".main-nav a[href='letters.xhtml']").click();
    page.locator(".main-nav a[href='jobs.xhtml']").click();
    Locator card = page.locator(".job-cards li[aria-labelledby=h-RADIATIONS]");
    card.locator("a[href*='job=RADIATIONS']").click();
    assertThat(page.locator("main table tbody tr").first()).isVisible();
    Accessibility.everywhere(page);
    // A day to come has more; one that is gone is refused at its field.
    page.fill("#on", LettingPages.typed(Calls.today().plusMonths(3)));
    page.locator("main form button[type=submit]").last().click();
    assertThat(page.locator("#on")).hasValue(LettingPages.typed(Calls.today().plusMonths(3)));
    page.navigate(
        Browser.address(
            "/job-list.xhtml?job=RADIATIONS&day="
                + LettingPages.typed(Calls.today().minusDays(1))));
    assertThat(page.locator("#faults")).isVisible();

    page.navigate(Browser.address("/jobs.xhtml"));
    card.locator("input[type=submit]").first().click();
    assertThat(page.locator(".notice.good")).containsText("lancé");
    // The page looks again by itself until it is done.
    assertThat(card.locator(".tag"))
        .hasText("Terminé", new LocatorAssertions.HasTextOptions().setTimeout(A_JOB));
    assertThat(page.locator("#history tbody tr").first())
        .containsText("Radiations pour non-renouvellement");
    assertThat(page.locator("#history tbody tr").first()).containsText("gestionnaire");
    Accessibility.everywhere(page);
    // The one whose notice never went.
    card.locator("a[href*='job-list.xhtml?run=']").click();
    assertThat(page.locator("main table")).containsText("L.441-2-1");
    Accessibility.everywhere(page);
    page.context().close();
  }

  /** Thirteen months and more have passed over it, and nobody has sent a notice. */
  private static void longAgo(String number) throws SQLException {
    try (Connection database =
            DriverManager.getConnection(
                System.getenv("TOITCOMMUN_DB_URL"),
                System.getenv("TOITCOMMUN_DB_USER"),
                System.getenv("TOITCOMMUN_DB_PASSWORD"));
        PreparedStatement age =
            database.prepareStatement(
                "update demand set initial_deposit_date = ?, valid_until = ? where unique_number ="
                    + " ?")) {
      LocalDate start = Calls.today().minusMonths(13).minusDays(2);
      age.setObject(1, start);
      age.setObject(2, start.plusMonths(12));
      age.setString(3, number);
      assertThat(age.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void R_441_2_5_nobodyElseFindsTheWayThere() {
    Page page = browser.signedIn("guichet.nantes");
    assertThat(page.locator(".main-nav a[href='jobs.xhtml']")).hasCount(0);
    for (String path : new String[] {"/jobs.xhtml", "/job-list.xhtml?job=RADIATIONS"}) {
      assertThat(page.navigate(Browser.address(path)).status()).isEqualTo(403);
    }
    page.context().close();
  }

  @Test
  void theDeskSeesWhoseNoticeHasGone() {
    THERE.waiting("Heussaff", 350);
    Page page = browser.signedIn("guichet.nantes");
    page.navigate(Browser.address("/work.xhtml?list=RENEWALS"));
    assertThat(page.locator("main thead")).containsText("Préavis");
    page.context().close();
  }
}
