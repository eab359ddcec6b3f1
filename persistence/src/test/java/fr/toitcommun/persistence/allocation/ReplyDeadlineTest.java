package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyDeadlineTest {
  @ParameterizedTest(name = "notified {0}: until {1}")
  @CsvSource({
    "2026-02-02, 2026-02-12", // the example of the landlords' union
    "2026-02-04, 2026-02-16", // the 14th is a Saturday
    "2026-05-04, 2026-05-15", // the 14th is Ascension Thursday
    "2026-03-27, 2026-04-07", // the 6th is Easter Monday
    "2026-12-15, 2026-12-28", // Christmas is a Friday
    "2026-10-22, 2026-11-02" // All Saints is a Sunday
  })
  void R_441_10_tenDaysFromTheDayAfterThenTheNextWorkingDay(LocalDate notified, LocalDate last) {
    assertThat(ReplyDeadline.after(notified, 10)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 2024-03-31",
    "2025, 2025-04-20",
    "2026, 2026-04-05",
    "2038, 2038-04-25",
    // The two exceptions of the computus, and centuries that are no leap years.
    "1954, 1954-04-18",
    "1981, 1981-04-19",
    "2049, 2049-04-18",
    "2076, 2076-04-19",
    "2106, 2106-04-18",
    "2035, 2035-03-25",
    "2100, 2100-03-28",
    "2285, 2285-03-22",
    "2299, 2299-04-16"
  })
  void L_3133_1_easterMovesTheHolidays(int year, LocalDate easter) {
    assertThat(FrenchCalendar.easterSunday(year)).isEqualTo(easter);
    assertThat(FrenchCalendar.isHoliday(easter.plusDays(1))).isTrue();
    assertThat(FrenchCalendar.isHoliday(easter.plusDays(39))).isTrue();
    assertThat(FrenchCalendar.isHoliday(easter.plusDays(50))).isTrue();
  }
}
