package fr.toitcommun.persistence.allocation.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Forms;
import fr.toitcommun.persistence.registration.HouseholdFigures;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import fr.toitcommun.persistence.registration.figure.FigureStep;
import fr.toitcommun.persistence.registration.figure.OccupationRules;
import fr.toitcommun.persistence.registration.figure.Operand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How figures say they were reached: {@code eligibility-steps.csv}. A commission reads these lines
 * and an applicant may be told them: a right figure that is told wrong misleads as much.
 */
class EligibilityToldTest {
  /** A line of the table: steps with what they mention and give, then what is lacking. */
  record Case(String name, String figure, String given, String told) {
    @Override
    public String toString() {
      return figure + ": " + name;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                EligibilityToldTest.class.getResourceAsStream("/eligibility-steps.csv"),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).toList().stream()
          .map(line -> line.split(" ; "))
          .map(cells -> new Case(cells[0], cells[1], cells[2], cells[3].strip()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isToldStepByStep(Case one) {
    assertThat(told(EligibilityFigures.figure(one.figure(), one.given()))).isEqualTo(one.told());
  }

  @Test
  void R_822_25_aPresentHomeIsJudgedByWhatIsStatedOfIt() {
    OccupationRules rules =
        RegistrationRules.occupation(EligibilityFigures.REFERENCE, LocalDate.of(2026, 11, 23));
    DemandForm form = Forms.alone();
    form.getCurrentHousing().setSurface(null);
    form.getCurrentHousing().setType(null);
    form.getCurrentHousing().setOccupants(null);
    assertThat(HouseholdFigures.currentHome(form, rules)).isEmpty();
    form.getCurrentHousing().setOccupants(3);
    assertThat(HouseholdFigures.currentHome(form, rules))
        .extracting(EligibilityToldTest::told)
        .containsExactly("lacks SURFACE", "lacks TYPE");
    form.getCurrentHousing().setSurface(24);
    form.getCurrentHousing().setType("T5");
    assertThat(HouseholdFigures.currentHome(form, rules))
        .extracting(Figure::kind)
        .containsExactly(FigureKind.OVER_OCCUPATION, FigureKind.UNDER_OCCUPATION);
    assertThat(HouseholdFigures.currentHome(form, rules))
        .extracting(EligibilityFigures::told)
        .containsExactly("yes", "yes");
    form.getCurrentHousing().setOccupants(null);
    assertThat(HouseholdFigures.currentHome(form, rules))
        .extracting(EligibilityToldTest::told)
        .containsExactly("lacks OCCUPANTS", "lacks OCCUPANTS");
    DemandForm body = Forms.body();
    body.getCurrentHousing().setSurface(24);
    assertThat(HouseholdFigures.currentHome(body, rules)).isEmpty();
  }

  private static String told(Figure figure) {
    return Stream.concat(
            figure.steps().stream().map(EligibilityToldTest::step),
            figure.missing().stream().map(what -> "lacks " + what))
        .collect(Collectors.joining(" | "));
  }

  private static String step(FigureStep step) {
    return step.key()
        + step.operands().stream().map(EligibilityToldTest::operand).toList()
        + (step.result() == null ? "" : "=" + step.result().toPlainString());
  }

  private static String operand(Operand operand) {
    return operand.number() == null ? operand.code() : operand.number().toPlainString();
  }
}
