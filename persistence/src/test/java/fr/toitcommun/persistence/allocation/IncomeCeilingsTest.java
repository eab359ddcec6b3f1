package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomeCeilingsTest {
  private static final Reference REFERENCE =
      Reference.load(Reads.over(TestDatabase.demonstration()));

  @ParameterizedTest(name = "{0} on {1}, category {2}: {3} €")
  @CsvSource({
    "PLUS, 2026-11-23, 1, 23403",
    "PLUS, 2026-11-23, 4, 45374",
    "PLUS, 2026-11-23, 8, 73576", // 60,156 and twice 6,710
    "PLUS, 2025-12-31, 1, 23201",
    "PLUS, 2022-06-01, 6, 54338",
    "PLS, 2026-01-01, 3, 48859",
    "PLAI, 2026-01-01, 2, 18753"
  })
  void R_441_1_ceilingsOfTheDay(FundingScheme scheme, LocalDate day, int category, int amount) {
    assertThat(AllocationRules.ceilingsOf(REFERENCE, scheme, "44", day).of(category))
        .isEqualTo(amount);
  }

  @Test
  void R_441_1_theCeilingItselfIsAdmittedOneEuroMoreIsNot() {
    IncomeCeilings plus =
        AllocationRules.ceilingsOf(REFERENCE, FundingScheme.PLUS, "44", LocalDate.of(2026, 11, 23));
    assertThat(plus.admits(1, 23_403)).isTrue();
    assertThat(plus.admits(1, 23_404)).isFalse();
    assertThat(plus.percentOf(1, 23_403)).isEqualTo(100);
    assertThat(plus.percentOf(1, 23_404)).isEqualTo(101);
  }

  @Test
  void R_441_2_3_anIncomeNotStatedKeepsNobodyOut() {
    IncomeCeilings plai =
        AllocationRules.ceilingsOf(REFERENCE, FundingScheme.PLAI, "44", LocalDate.of(2026, 11, 23));
    assertThat(plai.admits(1, null)).isTrue();
    assertThat(plai.assumed()).isTrue();
  }
}
