package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twelve months are twelve months, in leap years too, and the same wherever they are asked for. */
class WhenTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-23,2025-11-24",
    "2026-11-30,2025-12-01",
    "2028-02-28,2027-03-01",
    "2028-02-29,2027-03-01",
    "2029-02-28,2028-03-01",
    "2029-02-27,2028-02-28",
    "2028-12-31,2028-01-01"
  })
  void twelveMonthsBeginTheDayAfterTheSameDayOrWithAWholeMonth(LocalDate last, LocalDate first) {
    assertThat(When.twelveMonthsTo(last)).isEqualTo(When.from(first, last));
  }

  @Test
  void aTableOfTheLastYearAsksWhatAQuestionWithoutADayAnswers() {
    ObservedStore none = tally -> List.of();
    for (LocalDate today = LocalDate.of(2027, 1, 1);
        today.getYear() < 2030;
        today = today.plusDays(1)) {
      Observed observed =
          new Observed(none, none, List.of(), new MunicipalityMergers(List.of()), today, 3, 12);
      assertThat(observed.resolved(Question.of(Indicator.SATISFIED, When.NOW)))
          .isEqualTo(StandardTable.SATISFIED_BY_AGE.when(null, today));
    }
  }
}
