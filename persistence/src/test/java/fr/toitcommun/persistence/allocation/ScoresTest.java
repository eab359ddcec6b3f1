package fr.toitcommun.persistence.allocation;

import static fr.toitcommun.persistence.allocation.scoring.ScoringMethod.SCORE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.scoring.DueScores;
import fr.toitcommun.persistence.allocation.scoring.ScoringCriterion;
import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import fr.toitcommun.persistence.allocation.scoring.Simulation;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a grid makes a score of what a demand tells: months, ceilings, groups, proofs. */
class ScoresTest extends ScoredDemand {
  @ParameterizedTest(name = "{0} points a month, at most {1}, deposited {2}: {3}")
  @CsvSource({
    "1, , 2024-05-20, 30", // 23 November 2026: thirty full months
    "1, , 2024-05-24, 29", // the thirtieth is not full yet
    "2, , 2024-05-20, 60",
    "2, 48, 2024-05-20, 48",
    "1, , 2026-11-23, 0"
  })
  void L_441_2_8_seniorityCountsByFullMonthUpToItsCeiling(
      int points, Integer maximum, LocalDate deposit, int score) {
    run("update demand set initial_deposit_date = '" + deposit + "' where id = " + demand);
    assertThat(score(new ScoringCriterion(ScoringFact.SENIORITY, points, maximum, false, null)))
        .containsExactly(score, score);
  }

  @Test
  void L_441_2_8_ofAnExclusiveGroupOnlyWhatGivesMostCounts() {
    run("update demand set current_tenure = 'SD', current_surface = 8 where id = " + demand);
    ScoringCriterion small =
        new ScoringCriterion(ScoringFact.OVER_OCCUPIED, 10, null, false, "home");
    ScoringCriterion none = new ScoringCriterion(ScoringFact.NO_HOME, 25, null, false, "home");
    ScoringCriterion same =
        new ScoringCriterion(ScoringFact.PRIVATE_TENANT, 25, null, false, "home");
    assertThat(score(small, none, same)).containsExactly(25, 25);
    assertThat(points()).containsExactly(0, 25, 0);
    assertThat(score(small, new ScoringCriterion(ScoringFact.NO_HOME, 25, null, false, null)))
        .containsExactly(35, 35);
  }

  @Test
  void R_441_2_10_whatIsOnlyDeclaredIsProvisionalUntilItsDocumentIsValidated() {
    run("update demand set second_motive = '05' where id = " + demand);
    ScoringCriterion eviction = new ScoringCriterion(ScoringFact.EVICTION, 20, null, true, null);
    assertThat(score(eviction)).containsExactly(0, 20);
    document("TO_CHECK", null);
    assertThat(score(eviction)).containsExactly(0, 20);
    run("delete from supporting_document where demand_id = " + demand);
    document("CHECKED", "2026-11-22");
    assertThat(score(eviction)).containsExactly(0, 20);
    run("delete from supporting_document where demand_id = " + demand);
    document("CHECKED", null);
    assertThat(score(eviction)).containsExactly(20, 20);
    assertThat(score(new ScoringCriterion(ScoringFact.EVICTION, 20, null, false, null)))
        .containsExactly(20, 20);
  }

  @Test
  void R_441_2_10_aDocumentOfAnotherKindProvesNothing() {
    run("update demand set main_motive = '06' where id = " + demand);
    document("CHECKED", null);
    assertThat(score(new ScoringCriterion(ScoringFact.VIOLENCE, 20, null, true, null)))
        .containsExactly(0, 20);
  }

  @Test
  void R_441_10_refusalsAndSilenceTakePointsAwayDownToTheirCeiling() {
    for (int i = 0; i < 3; i++) {
      run(
          "insert into proposal (id, version, vacancy_id, demand_id, status, made_on,"
              + " reply_deadline) select 99000 + "
              + i
              + ", 1, min(id), "
              + demand
              + ", 'REFUSED', '2026-01-01', '2026-01-12' from vacancy");
    }
    ScoringCriterion refusals = new ScoringCriterion(ScoringFact.REFUSALS, -10, 20, false, null);
    assertThat(score(refusals)).containsExactly(-20, -20);
    run("delete from proposal where id = 99002");
    run("update proposal set status = 'LAPSED' where id = 99001");
    assertThat(score(refusals)).as("no answer is a refusal").containsExactly(-20, -20);
    run("update proposal set status = 'WITHDRAWN' where id = 99000");
    assertThat(score(refusals)).as("taken back by the landlord").containsExactly(-10, -10);
    run(
        "update proposal set status = 'LAPSED', accepted_on = '2026-01-05' where id in (99000,"
            + " 99001)");
    assertThat(score(refusals))
        .as("who said yes and did not meet a condition has refused nothing (R.441-3 c)")
        .containsExactly(0, 0);
    run("delete from proposal where id in (99000, 99001)");
  }

  @Test
  void aDemandIsDueAMonthLaterOrWhenAnotherGridCounts() {
    score(new ScoringCriterion(ScoringFact.SENIORITY, 1, null, false, null));
    DueScores due = new DueScores(jdbi);
    assertThat(isDue(due, LocalDate.of(2026, 12, 19))).isFalse();
    assertThat(isDue(due, LocalDate.of(2026, 12, 20))).isTrue();
    run("update scoring_grid set in_force_to = '2026-12-01' where id = " + GRID);
    run(
        "insert into scoring_grid (id, version, territory_code, number, method, in_force_from,"
            + " written_at) values (901, 1, '244400404', 902, 'SCORE', '2026-12-01', now())");
    assertThat(isDue(due, LocalDate.of(2026, 11, 30))).isFalse();
    assertThat(isDue(due, LocalDate.of(2026, 12, 1))).isTrue();
    jdbi.useHandle(
        handle -> CandidateRows.refresh(handle, List.of(demand), LocalDate.of(2026, 12, 1)));
    assertThat(number("select grid_id from demand_score where demand_id = " + demand))
        .isEqualTo(901);
    assertThat(isDue(due, LocalDate.of(2026, 12, 1))).isFalse();
  }

  @ParameterizedTest(name = "deposited {0}: due on {1}")
  @CsvSource({
    "2026-08-31, 2026-12-01", // on 30 November three months are not full yet
    "2026-08-30, 2026-11-30",
    "2026-10-31, 2026-12-01"
  })
  void L_441_2_8_aMonthThatEndsEarlyIsFullOnTheNextDay(LocalDate deposit, LocalDate dueOn) {
    run("update demand set initial_deposit_date = '" + deposit + "' where id = " + demand);
    score(new ScoringCriterion(ScoringFact.SENIORITY, 1, null, false, null));
    DueScores due = new DueScores(jdbi);
    assertThat(isDue(due, dueOn.minusDays(1))).isFalse();
    assertThat(isDue(due, dueOn)).isTrue();
    jdbi.useHandle(handle -> CandidateRows.refresh(handle, List.of(demand), dueOn));
    assertThat(isDue(due, dueOn)).as("scored: it stays so for the day").isFalse();
  }

  @Test
  void aSimulationTellsWhoWouldRiseAndNamesNobody() {
    String place =
        text(
            "select l.municipality_code from wished_location l join municipality m on m.code ="
                + " l.municipality_code where l.demand_id = "
                + demand
                + " and m.epci_siren = '244400404' limit 1");
    DwellingType type =
        DwellingType.valueOf(
            text("select min(dwelling_type) from wished_type where demand_id = " + demand));
    Simulation same =
        Simulation.of(
            jdbi, NANTES_METROPOLE, ScoringMethod.SENIORITY, List.of(), place, type, TODAY);
    assertThat(same.total()).isPositive();
    run(
        "update demand set initial_deposit_date = date '2026-11-01', dalo_status = 'ACTIF' where"
            + " id = "
            + demand);
    score(new ScoringCriterion(ScoringFact.SENIORITY, 1, null, false, null));
    Simulation dalo =
        Simulation.of(
            jdbi,
            NANTES_METROPOLE,
            SCORE,
            List.of(new ScoringCriterion(ScoringFact.DALO, 100, null, false, null)),
            place,
            type,
            TODAY);
    assertThat(dalo.total()).isEqualTo(same.total());
    assertThat(dalo.groups())
        .anyMatch(group -> group.key().equals("trait:DALO") && group.rising() > 0);
    assertThat(dalo.first().get(0).traits()).contains(CandidateTrait.DALO);
    assertThat(dalo.toString())
        .doesNotContain(
            text(
                "select surname from household_member where"
                    + " role = 'APPLICANT' and demand_id = "
                    + demand));
  }

  private boolean isDue(DueScores due, LocalDate day) {
    String departement = text("select departement_code from demand where id = " + demand);
    return due.due(day, DueCursor.start(departement), 10_000).stream()
        .anyMatch(one -> one.demandId() == demand);
  }
}
