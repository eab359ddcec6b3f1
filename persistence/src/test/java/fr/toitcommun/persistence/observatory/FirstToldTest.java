package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first day that may be asked for is one that somebody tells of, and the day before is not. */
class FirstToldTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  @ParameterizedTest
  @CsvSource({
    "2026-11-30,12,2025-12-01",
    "2026-12-01,12,2025-12-02",
    "2026-11-30,6,2026-05-31",
    "2027-02-28,24,2025-03-01"
  })
  void withoutFilesItIsTheFirstThatTheBaseHasNotErased(
      LocalDate today, int keptMonths, LocalDate first) {
    Observed observed = alone(today, keptMonths);
    assertThat(observed.firstTold()).isEqualTo(first);
    assertThat(observed.period(first, today).untold()).isEmpty();
    LocalDate before = first.minusDays(1);
    assertThat(observed.period(before, before).untold()).containsExactly(before.withDayOfMonth(1));
  }

  @Test
  void closedFilesGoFurtherBackThanTheBase() {
    LocalDate closed = LocalDate.of(2020, 3, 1);
    LocalDate recent = LocalDate.of(2026, 7, 1);
    assertThat(alone(TODAY, 12, recent, closed).firstTold()).isEqualTo(closed);
    assertThat(alone(TODAY, 12, recent).firstTold()).isEqualTo(LocalDate.of(2025, 12, 1));
    assertThat(alone(TODAY, 2, recent).firstTold()).isEqualTo(recent);
    // Of an open month the base is asked, whatever a file tells of it.
    assertThat(alone(TODAY, 1, LocalDate.of(2026, 9, 1)).firstTold())
        .isEqualTo(LocalDate.of(2026, 10, 31));
  }

  private static Observed alone(LocalDate today, int keptMonths, LocalDate... months) {
    ObservedStore none = tally -> List.of();
    List<ObservatoryFile> files =
        List.of(months).stream()
            .map(
                month ->
                    new ObservatoryFile(
                        FileKind.FACTS, month, 0, 0, "", FileOrigin.TAKEN, Instant.EPOCH))
            .toList();
    return new Observed(
        none, none, files, new MunicipalityMergers(List.of()), today, 3, keptMonths);
  }
}
