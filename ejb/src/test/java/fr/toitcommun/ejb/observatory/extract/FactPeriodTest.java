package fr.toitcommun.ejb.observatory.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.observatory.extract.FactPeriod.Run;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each month of a period is told by one store, or it is said that none does. */
class FactPeriodTest {
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  @Test
  void theBaseTellsWhatNoFileDoesAlsoBetweenTwoOfThem() {
    FactPeriod period =
        FactPeriod.of(
            LocalDate.of(2026, 6, 10),
            LocalDate.of(2026, 10, 5),
            List.of(JULY, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 1)),
            List.of());
    assertThat(period.onFile()).containsExactly(JULY, LocalDate.of(2026, 9, 1));
    assertThat(period.live())
        .containsExactly(
            new Run(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 30)),
            new Run(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31)),
            new Run(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 5)));
    assertThat(period.untold()).isEmpty();
  }

  @Test
  void whatTheBaseHasForgottenIsNotTakenFromIt() {
    FactPeriod period =
        FactPeriod.of(
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 8, 31),
            List.of(JULY),
            List.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1)));
    assertThat(period.untold()).containsExactly(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1));
    assertThat(period.live())
        .containsExactly(new Run(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31)));
  }

  @Test
  void noRunGoesAcrossAYear() {
    assertThat(
            FactPeriod.of(
                    LocalDate.of(2025, 11, 1), LocalDate.of(2026, 2, 28), List.of(), List.of())
                .live())
        .containsExactly(
            new Run(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 12, 31)),
            new Run(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28)));
  }
}
