package fr.toitcommun.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightlyPlanTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final NightlyPlan AT_TWO = new NightlyPlan(2, PARIS);

  @ParameterizedTest(name = "at {0} the last was {1}, the next is {2}")
  @CsvSource({
    "2026-11-24T01:59:59+01:00, 2026-11-23T02:00+01:00, 2026-11-24T02:00+01:00",
    "2026-11-24T02:00:00+01:00, 2026-11-24T02:00+01:00, 2026-11-25T02:00+01:00",
    "2028-02-28T23:00:00+01:00, 2028-02-28T02:00+01:00, 2028-02-29T02:00+01:00", // leap day
    "2026-12-31T12:00:00+01:00, 2026-12-31T02:00+01:00, 2027-01-01T02:00+01:00",
    // The hour between two and three does not exist on 28 March 2027: three it is.
    "2027-03-27T12:00:00+01:00, 2027-03-27T02:00+01:00, 2027-03-28T03:00+02:00",
    "2027-03-28T03:00:00+02:00, 2027-03-28T03:00+02:00, 2027-03-29T02:00+02:00",
    // On 25 October 2026 it comes twice: once is enough.
    "2026-10-25T02:30:00+02:00, 2026-10-25T02:00+02:00, 2026-10-26T02:00+01:00",
    "2026-10-25T02:30:00+01:00, 2026-10-25T02:00+02:00, 2026-10-26T02:00+01:00"
  })
  void aNightComesRoundOnceADay(String now, String last, String next) {
    Instant at = ZonedDateTime.parse(now).toInstant();
    assertThat(AT_TWO.last(at).toInstant()).isEqualTo(ZonedDateTime.parse(last).toInstant());
    assertThat(AT_TWO.next(at).toInstant()).isEqualTo(ZonedDateTime.parse(next).toInstant());
  }

  @Test
  void everyDayOfTwoYearsHasItsNight() {
    Instant at = ZonedDateTime.of(2026, 1, 1, 12, 0, 0, 0, PARIS).toInstant();
    LocalDate expected = LocalDate.of(2026, 1, 1);
    for (int day = 0; day < 731; day++) {
      assertThat(AT_TWO.last(at).toLocalDate()).isEqualTo(expected);
      at = AT_TWO.next(at).toInstant().plus(Duration.ofHours(1));
      expected = expected.plusDays(1);
    }
  }

  @Test
  void anHourThatNoClockHasIsRefused() {
    assertThatThrownBy(() -> new NightlyPlan(24, PARIS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
