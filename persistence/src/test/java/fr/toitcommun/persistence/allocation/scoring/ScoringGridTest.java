package fr.toitcommun.persistence.allocation.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FaultTexts;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when a grid counts, and what its lines may give (L.441-2-8, R.441-2-10). */
class ScoringGridTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  void L_441_2_8_aGridWhoseDayIsToComeIsTakenBackAndTheOneBeforeCountsOn() {
    ScoringGrid before = draft(1);
    before.putInForce(TODAY, TODAY, null);
    ScoringGrid wrong = draft(2);
    LocalDate later = TODAY.plusMonths(18);
    wrong.putInForce(later, TODAY, before);
    assertThat(before.inForceTo()).isEqualTo(later);
    wrong.takeBack(TODAY, before);
    assertThat(before.inForceTo()).isNull();
    assertThat(wrong.inForceFrom()).isNull();
    wrong.putInForce(TODAY.plusDays(1), TODAY, before);
    assertThat(before.inForceTo()).isEqualTo(TODAY.plusDays(1));
  }

  @Test
  void L_441_2_8_theGridAfterOneTakenBackFollowsTheOneBefore() {
    ScoringGrid first = draft(1);
    ScoringGrid second = draft(2);
    ScoringGrid third = draft(3);
    first.putInForce(TODAY, TODAY, null);
    second.putInForce(TODAY.plusDays(10), TODAY, first);
    third.putInForce(TODAY.plusDays(20), TODAY, second);
    second.takeBack(TODAY, first);
    assertThat(first.inForceTo()).isEqualTo(TODAY.plusDays(20));
    assertThat(second.inForceTo()).isNull();
    assertThat(third.inForceFrom()).isEqualTo(TODAY.plusDays(20));
  }

  @Test
  void R_441_2_10_aGridThatCountsIsNotTakenBackNorIsADraft() {
    ScoringGrid grid = draft(1);
    assertThat(codes(() -> grid.takeBack(TODAY, null))).containsExactly("GRID_NOT_SCHEDULED");
    grid.putInForce(TODAY.plusDays(1), TODAY, null);
    assertThat(codes(() -> grid.takeBack(TODAY.plusDays(1), null)))
        .containsExactly("GRID_NOT_SCHEDULED");
  }

  @Test
  void aDayFurtherThanTwoYearsIsAMistake() {
    ScoringGrid grid = draft(1);
    LocalDate latest = LocalDate.of(2028, 11, 23);
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class, () -> grid.putInForce(LocalDate.of(2226, 11, 24), TODAY, null));
    assertThat(refused.faults())
        .containsExactly(Fault.at("inForceFrom", "GRID_DAY_TOO_FAR", latest));
    assertThat(FaultTexts.text(refused.faults().get(0), Locale.FRENCH)).contains("2028");
    assertThat(codes(() -> grid.putInForce(latest.plusDays(1), TODAY, null)))
        .containsExactly("GRID_DAY_TOO_FAR");
    grid.putInForce(latest, TODAY, null);
    assertThat(grid.inForceFrom()).isEqualTo(latest);
  }

  /** Thirty years are 360 months; the points of a line are stored in two bytes. */
  @ParameterizedTest(name = "{0} {1} points, at most {2}: {3}")
  @CsvSource({
    "SENIORITY, 500, , true",
    "SENIORITY, 92, , true",
    "SENIORITY, 91, , false",
    "SENIORITY, 500, 5000, false",
    "CHILDREN, -500, , true",
    "DALO, 500, , false"
  })
  void R_441_2_10_whatCountsAgainAndAgainNeedsACeilingWhereItCouldOverflow(
      ScoringFact fact, int points, Integer maximum, boolean refused) {
    List<Fault> faults =
        ScoringGrid.faults(List.of(new ScoringCriterion(fact, points, maximum, false, null)));
    if (refused) {
      assertThat(faults)
          .containsExactly(Fault.at("criteria[0].maximum", "CRITERION_MAXIMUM_NEEDED", 91));
    } else {
      assertThat(faults).isEmpty();
    }
  }

  private interface Refused {
    void run();
  }

  private static List<String> codes(Refused act) {
    return catchThrowableOfType(RefusedInput.class, act::run).faults().stream()
        .map(Fault::code)
        .toList();
  }

  private static ScoringGrid draft(int number) {
    ScoringGrid grid = new ScoringGrid("244400404", number, 1L, Instant.EPOCH);
    grid.change(ScoringMethod.SENIORITY, null, List.of(), 1L, Instant.EPOCH);
    return grid;
  }
}
