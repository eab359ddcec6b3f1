package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniqueNumberTest {
  @Test
  void R_441_2_3_isMadeOfTerritoryMonthBeforeYearSequenceAndDesk() {
    assertThat(UniqueNumber.of("44", YearMonth.of(2018, 3), 16_982, "G1104").value())
        .isEqualTo("0440318016982G1104");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1110318016982G1104",
        "1111023517879GDPUB",
        "0441126000001g4401",
        "044 1126 000001 G4401"
      })
  void R_441_2_3_acceptsTheNumbersSeenInTheNationalSystemHoweverTheyAreTyped(String typed) {
    assertThat(UniqueNumber.isOne(typed)).isTrue();
    assertThat(UniqueNumber.read(typed).value()).hasSize(18);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0441326000001G4401",
        "0440026000001G4401",
        "0441126000001G440",
        "0441126000001G44011",
        "' or 1=1 --"
      })
  void R_441_2_3_refusesWhatIsNoNumber(String typed) {
    assertThat(UniqueNumber.isOne(typed)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> UniqueNumber.read(typed));
  }

  @Test
  void R_441_2_3_aMonthHasAMillionNumbersAndNoMore() {
    YearMonth month = YearMonth.of(2026, 11);
    assertThat(UniqueNumber.of("56", month, 999_999, "G5601").value()).contains("999999");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UniqueNumber.of("56", month, 1_000_000, "G5601"));
    assertThatIllegalArgumentException().isThrownBy(() -> UniqueNumber.of("56", month, 0, "G5601"));
  }

  @Test
  void isReadAloudInGroups() {
    assertThat(new UniqueNumber("0441126000001G4401").readable())
        .isEqualTo("044 1126 000001 G4401");
  }
}
