package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates of R.441-2-7 and R.441-2-8 where months are not alike. */
class DemandCalendarTest {
  private static final DemandCalendar CALENDAR = new DemandCalendar(12, 1, 13, 18, 1, 5);

  @ParameterizedTest(name = "on {0} the last end whose notice may still go is {1}")
  @CsvSource({
    "2026-01-15, 2026-02-15",
    "2026-02-27, 2026-03-27",
    "2026-02-28, 2026-03-31", // 28 February is a month before the 28th to the 31st of March
    "2026-01-30, 2026-02-28",
    "2026-01-31, 2026-02-28",
    "2028-01-31, 2028-02-29", // leap year
    "2028-02-29, 2028-03-31",
    "2026-04-30, 2026-05-31",
    "2026-12-31, 2027-01-31"
  })
  void R_441_2_7_noticesOfAMonthBeforeFollowTheCalendar(LocalDate day, LocalDate end) {
    assertThat(CALENDAR.endNoticedBy(day)).isEqualTo(end);
  }

  @Test
  void R_441_2_7_everyEndOfFourYearsHasItsNoticeOnItsLastLawfulDayAndNotLater() {
    LocalDate deposit = LocalDate.of(2026, 1, 1);
    for (int i = 0; i < 1461; i++, deposit = deposit.plusDays(1)) {
      LocalDate end = CALENDAR.validUntil(deposit);
      LocalDate last = CALENDAR.noticeBy(deposit);
      assertThat(CALENDAR.endNoticedBy(last)).as("notice by %s", last).isAfterOrEqualTo(end);
      assertThat(CALENDAR.endNoticedBy(last.minusDays(1)))
          .as("the day before %s", last)
          .isBefore(end);
    }
  }

  @ParameterizedTest(name = "period from {0}, notice on {1}: cancelled from {2}")
  @CsvSource({
    "2025-03-31, 2026-02-15, 2026-04-30", // in time: the thirteenth month decides
    "2025-03-31, 2026-03-30, 2026-04-30",
    "2025-03-31, 2026-04-01, 2026-05-01", // late: a month after the notice
    "2025-03-31, 2026-05-31, 2026-06-30",
    "2024-02-29, 2025-02-28, 2025-03-29"
  })
  void L_441_2_1_noCancellationWithinTheMonthAfterTheNotice(
      LocalDate from, LocalDate notice, LocalDate cancelled) {
    assertThat(CALENDAR.cancelledForNonRenewal(from, notice)).isEqualTo(cancelled);
  }
}
