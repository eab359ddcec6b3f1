package fr.toitcommun.persistence.registration.campaign;

import static fr.toitcommun.persistence.registration.campaign.CampaignDatabase.CALENDAR;
import static fr.toitcommun.persistence.registration.campaign.CampaignDatabase.TODAY;
import static fr.toitcommun.persistence.registration.campaign.CampaignDatabase.all;
import static fr.toitcommun.persistence.registration.campaign.CampaignDatabase.count;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.job.DueDemand;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonRenewalsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final Jdbi jdbi = CampaignDatabase.fresh();
  private final NonRenewals rule = new NonRenewals(jdbi, CALENDAR);

  @ParameterizedTest(name = "period from {0}, notice {1}, on {2}: {3}")
  @CsvSource({
    "2025-03-31, 2026-02-20, 2026-04-29, ",
    "2025-03-31, 2026-02-20, 2026-04-30, CANCEL", // the shorter month's last day
    "2025-03-31, 2026-02-20, 2026-05-03, CANCEL", // three days without a job
    "2025-03-31, 2026-04-02, 2026-04-30, WAIT",
    "2025-03-31, 2026-04-02, 2026-05-02, CANCEL",
    "2025-03-31, , 2026-04-30, NOTICE",
    "2024-02-29, 2025-01-20, 2025-03-28, ",
    "2024-02-29, 2025-01-20, 2025-03-29, CANCEL", // leap day
    "2026-02-28, 2027-01-20, 2027-03-28, CANCEL", // the night without its third hour
    "2025-09-25, 2026-08-20, 2026-10-25, CANCEL" // the night with one more
  })
  void R_441_2_8_e_L_441_2_1_cancelledAtThirteenMonthsAndAMonthAfterItsNotice(
      LocalDate from, LocalDate notice, LocalDate day, String what) {
    long demand = only(from);
    if (notice != null) {
      noticed(demand, notice);
    }
    NonRenewals.Notice kept = rule.notices(List.of(demand)).get(demand);
    assertThat(kept).isEqualTo(notice == null ? null : new NonRenewals.Notice(notice));
    List<DueDemand> due = due(day);
    if (what == null) {
      assertThat(due).isEmpty();
      assertThat(rule.hindrance(from, kept, day)).contains("RENEWED");
    } else {
      assertThat(due).singleElement().extracting(DueDemand::what).isEqualTo(what);
      // The list and the rule that guards the act say the same.
      assertThat(rule.hindrance(from, kept, day).isEmpty()).isEqualTo("CANCEL".equals(what));
    }
  }

  @Test
  void L_441_2_1_theDayAfterWhichItMayBeCancelledIsTold() {
    long demand = only(LocalDate.of(2025, 3, 31));
    assertThat(due(LocalDate.of(2026, 5, 4)).get(0).on()).isEqualTo(LocalDate.of(2026, 6, 4));
    noticed(demand, LocalDate.of(2026, 4, 20));
    assertThat(due(LocalDate.of(2026, 5, 4)).get(0).on()).isEqualTo(LocalDate.of(2026, 5, 20));
    assertThat(
            rule.cancellableFrom(
                LocalDate.of(2025, 3, 31),
                rule.notices(List.of(demand)).get(demand),
                LocalDate.of(2026, 5, 4)))
        .isEqualTo(LocalDate.of(2026, 5, 20));
  }

  @ParameterizedTest(name = "{0}: left on {1}")
  @CsvSource({
    "asked for, ",
    "made in a batch, ",
    "its batch posted, 2026-02-24",
    "made alone, 2026-02-22",
    "its e-mail failed, ",
    "its e-mail sent, 2026-02-23",
    "posted and e-mailed, 2026-02-24"
  })
  void L_441_2_1_aNoticeThatHasNotLeftTellsNobody(String state, LocalDate left) {
    LocalDate from = LocalDate.of(2025, 3, 31);
    LocalDate day = LocalDate.of(2026, 4, 30);
    long demand = only(from);
    noticed(demand, LocalDate.of(2026, 2, 20));
    String made = "made_on = date '2026-02-22', batch_id = (select max(id) from letter_batch)";
    String sent = ", email_state = 'SENT', email_done_at = '2026-02-23 11:00+01'";
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "insert into letter_batch (kind, departement_code, made_on, made_at, made_by,"
                  + " letters, by_post, by_email) select 'RENEWAL_NOTICE', '44', ?, now(), min(id),"
                  + " 1, 1, 0 from agent",
              day);
          handle.execute(
              "update letter set "
                  + switch (state) {
                    case "asked for" -> "made_on = null";
                    case "made in a batch" -> made;
                    case "its batch posted" -> made + ", posted_on = date '2026-02-24'";
                    case "made alone" -> "made_on = date '2026-02-22'";
                    case "its e-mail failed" ->
                        made
                            + ", channel = 'EMAIL', email_state = 'FAILED', email_done_at ="
                            + " '2026-02-23 11:00+01'";
                    case "its e-mail sent" -> made + ", channel = 'EMAIL'" + sent;
                    default -> made + ", channel = 'BOTH', posted_on = date '2026-02-24'" + sent;
                  });
        });
    NonRenewals.Notice notice = rule.notices(List.of(demand)).get(demand);
    assertThat(notice.sentOn()).isEqualTo(left);
    assertThat(due(day))
        .singleElement()
        .extracting(DueDemand::what, DueDemand::why)
        .containsExactly(
            left == null ? "WAIT" : "CANCEL", left == null ? "NOTICE_NOT_SENT" : "NOT_RENEWED");
    assertThat(rule.hindrance(from, notice, day))
        .isEqualTo(left == null ? Optional.of("NOTICE_NOT_SENT") : Optional.empty());
  }

  @Test
  void aNoticeOfAnEarlierPeriodIsNone() {
    long demand = only(LocalDate.of(2025, 3, 31));
    noticed(demand, LocalDate.of(2025, 2, 20));
    jdbi.useHandle(
        handle -> handle.execute("update letter set about = ?", LocalDate.of(2025, 3, 31)));
    assertThat(due(LocalDate.of(2026, 5, 4)).get(0).why()).isEqualTo("NO_NOTICE");
  }

  @Test
  void theDemonstrationHasSomeOnItsDay() {
    assertThat(rule.count(TODAY).values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(due(TODAY).size());
    assertThat(count(jdbi, "select count(*) from demand where status = 'ACTIVE'")).isPositive();
  }

  private List<DueDemand> due(LocalDate day) {
    return all(rule.count(day).keySet(), (at, limit) -> rule.due(day, at, limit));
  }

  /** Leaves one active demand in the file, whose period began that day. */
  private long only(LocalDate from) {
    return jdbi.withHandle(
        handle -> {
          long id =
              handle
                  .createQuery("select min(id) from demand where status = 'ACTIVE'")
                  .mapTo(Long.class)
                  .one();
          handle.execute(
              "update demand set status = 'CANCELLED', cancellation_reason = 'RADABA', cancelled_on"
                  + " = ? where status = 'ACTIVE' and id <> ?",
              TODAY,
              id);
          handle.execute(
              "update demand set initial_deposit_date = ?, last_renewal_date = null, valid_until ="
                  + " ? where id = ?",
              from,
              CALENDAR.validUntil(from),
              id);
          return id;
        });
  }

  private void noticed(long demand, LocalDate day) {
    OffsetDateTime at = day.atTime(23, 30).atZone(PARIS).toOffsetDateTime();
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into letter (demand_id, departement_code, kind, about, channel, asked_at,"
                    + " made_on) select id, departement_code, 'RENEWAL_NOTICE', valid_until,"
                    + " 'POST', ?, ? from demand where id = ?",
                at,
                day,
                demand));
  }
}
