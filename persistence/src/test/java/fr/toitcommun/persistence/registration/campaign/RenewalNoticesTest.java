package fr.toitcommun.persistence.registration.campaign;

import static fr.toitcommun.persistence.registration.campaign.CampaignDatabase.RHYTHM;
import static fr.toitcommun.persistence.registration.campaign.CampaignDatabase.TODAY;
import static fr.toitcommun.persistence.registration.campaign.CampaignDatabase.all;
import static fr.toitcommun.persistence.registration.campaign.CampaignDatabase.count;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.job.DueDemand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class RenewalNoticesTest {
  private static final String NOTICES =
      "select string_agg(demand_id || ' ' || about, ',' order by demand_id) from letter where kind"
          + " = 'RENEWAL_NOTICE' and about >= date '2027-01-10'";

  private final Jdbi jdbi = CampaignDatabase.fresh();

  @Test
  void R_441_2_7_aCampaignThatDidNotRunForThreeDaysLosesNobodyAndIsLateForNobody() {
    Jdbi other = CampaignDatabase.fresh();
    for (int day = 0; day <= 45; day++) {
      run(jdbi, TODAY.plusDays(day));
      if (day < 20 || day > 22) {
        run(other, TODAY.plusDays(day));
      }
    }
    assertThat(text(other, NOTICES)).isEqualTo(text(jdbi, NOTICES)).isNotEmpty();
    // Whoever was not late already when the first night came has the whole month.
    String late =
        "select count(*) from letter where kind = 'RENEWAL_NOTICE' and about >= date '2026-12-23'"
            + " and (asked_at at time zone 'Europe/Paris')::date > about - interval '1 month'";
    assertThat(count(other, late)).isZero();
    assertThat(count(jdbi, late)).isZero();
  }

  @Test
  void R_441_2_7_oneNoticeAndOneReminderAPeriodHoweverOftenItRuns() {
    List<DueDemand> first = due(jdbi, TODAY);
    assertThat(run(jdbi, TODAY)).hasSameSizeAs(first).isNotEmpty();
    assertThat(due(jdbi, TODAY)).isEmpty();
    assertThat(notices(jdbi).ask(first, TODAY, at(TODAY))).isEmpty();
    LocalDate tomorrow = TODAY.plusDays(1);
    // Nobody is reminded of a notice that has not left.
    jdbi.useHandle(handle -> handle.execute("update letter set made_on = null"));
    assertThat(due(jdbi, tomorrow)).extracting(DueDemand::what).doesNotContain("REMINDER");
    made(jdbi, TODAY);
    assertThat(due(jdbi, tomorrow)).extracting(DueDemand::what).contains("REMINDER");
    run(jdbi, tomorrow);
    assertThat(due(jdbi, tomorrow)).isEmpty();
    assertThat(
            count(
                jdbi,
                "select count(*) from demand_event e where kind = 'RENEWAL_REMINDER' and agent_id"
                    + " is null and effective_on = ?",
                tomorrow))
        .isEqualTo(count(jdbi, "select count(*) from letter where kind = 'RENEWAL_REMINDER'"))
        .isPositive();
  }

  @Test
  void aRenewalBetweenTheListAndTheLetterIsRespected() {
    List<DueDemand> due = due(jdbi, TODAY);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update demand set last_renewal_date = ?, valid_until = ? where id = ?",
                TODAY,
                TODAY.plusYears(1),
                due.get(0).demandId()));
    assertThat(notices(jdbi).ask(due, TODAY, at(TODAY)))
        .hasSize(due.size() - 1)
        .doesNotContain(due.get(0).uniqueNumber());
  }

  @Test
  void theListCountsWhatItShowsAndSaysWhatIsLate() {
    List<DueDemand> due = due(jdbi, TODAY);
    assertThat(notices(jdbi).count(TODAY).values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(due.size());
    assertThat(due)
        .allSatisfy(
            one ->
                assertThat("NOTICE_LATE".equals(one.why()))
                    .isEqualTo(one.on().minusMonths(1).isBefore(TODAY)));
    assertThat(due).extracting(DueDemand::why).contains("NOTICE_LATE", "NOTICE_DUE");
  }

  private static List<String> run(Jdbi jdbi, LocalDate day) {
    List<String> asked = notices(jdbi).ask(due(jdbi, day), day, at(day));
    made(jdbi, day);
    return asked;
  }

  /** Each letter is printed alone on the day it was asked for. */
  private static void made(Jdbi jdbi, LocalDate day) {
    jdbi.useHandle(
        handle -> handle.execute("update letter set made_on = ? where made_on is null", day));
  }

  private static List<DueDemand> due(Jdbi jdbi, LocalDate day) {
    RenewalNotices notices = notices(jdbi);
    return all(notices.count(day).keySet(), (at, limit) -> notices.due(day, at, limit));
  }

  private static RenewalNotices notices(Jdbi jdbi) {
    return new RenewalNotices(jdbi, RHYTHM);
  }

  private static Instant at(LocalDate day) {
    return day.atTime(2, 5).atZone(ZoneId.of("Europe/Paris")).toInstant();
  }

  private static String text(Jdbi jdbi, String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
