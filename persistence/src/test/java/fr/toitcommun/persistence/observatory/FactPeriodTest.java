package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.observatory.FactPeriod.Run;
import fr.toitcommun.persistence.observatory.FactPeriod.Teller;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each month of a period is told by one store, or it is said that none does. */
class FactPeriodTest {
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  @Test
  void theBaseTellsWhatNoFileDoesAlsoBetweenTwoOfThem() {
    FactPeriod period =
        FactPeriod.of(
            LocalDate.of(2026, 6, 10),
            LocalDate.of(2026, 10, 5),
            List.of(JULY, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 1)),
            LONG_AGO);
    assertThat(period.onFile()).containsExactly(JULY, LocalDate.of(2026, 9, 1));
    assertThat(period.live())
        .containsExactly(
            base(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 30)),
            base(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31)),
            base(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 5)));
    assertThat(period.untold()).isEmpty();
  }

  @Test
  void whatTheBaseHasForgottenIsNotTakenFromIt() {
    FactPeriod period =
        FactPeriod.of(
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 8, 31),
            List.of(JULY),
            LocalDate.of(2026, 6, 15));
    assertThat(period.untold()).containsExactly(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1));
    assertThat(period.live())
        .containsExactly(base(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31)));
    assertThat(
            FactPeriod.of(
                    LocalDate.of(2026, 6, 16),
                    LocalDate.of(2026, 6, 30),
                    List.of(),
                    LocalDate.of(2026, 6, 15))
                .untold())
        .as("asked from the first day that is known")
        .isEmpty();
  }

  @Test
  void noRunOfTheBaseGoesAcrossAYearOneOfFilesDoes() {
    assertThat(
            FactPeriod.of(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 2, 28), List.of(), LONG_AGO)
                .live())
        .containsExactly(
            base(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 12, 31)),
            base(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28)));
    assertThat(
            FactPeriod.of(
                    LocalDate.of(2025, 12, 5),
                    LocalDate.of(2026, 1, 20),
                    List.of(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 1)),
                    LONG_AGO)
                .runs())
        .containsExactly(
            new Run(Teller.FILES, LocalDate.of(2025, 12, 5), LocalDate.of(2026, 1, 20)));
  }

  private static Run base(LocalDate from, LocalDate to) {
    return new Run(Teller.BASE, from, to);
  }
}
