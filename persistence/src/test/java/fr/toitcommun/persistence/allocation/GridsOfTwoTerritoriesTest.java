package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.scoring.DueScores;
import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import fr.toitcommun.persistence.job.DueCursor;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A département's grid beside those of its EPCI, which go first where they are (L.441-2-8). */
class GridsOfTwoTerritoriesTest extends ScoredDemand {
  private static final LocalDate NIGHT = LocalDate.of(2026, 12, 1);

  @BeforeEach
  void wishesNantesAlone() {
    run("delete from wished_location where demand_id = " + demand);
    wish(1, "44109");
  }

  @AfterEach
  void noGrid() {
    run("delete from demand_score");
    run("delete from scoring_grid where id in (910, 911)");
    run("delete from first_quartile_threshold where source = 'essai'");
  }

  @Test
  void L_441_2_8_theFirstGridOfAnEpciEndsTheScoreByTheGridOfTheDepartement() {
    grid(910, "44", "2020-01-01", ScoringFact.SENIORITY);
    refresh(TODAY);
    assertThat(grids()).containsExactly(910L);
    grid(911, NANTES_METROPOLE, "2026-12-01", ScoringFact.SENIORITY);
    assertThat(isDue(NIGHT.minusDays(1))).as("no month has passed").isFalse();
    assertThat(isDue(NIGHT)).isTrue();
    refresh(NIGHT);
    assertThat(grids()).containsExactly(911L);
    assertThat(isDue(NIGHT.plusDays(1))).as("the next night, and every night").isFalse();
  }

  @Test
  void L_441_2_8_whoWishesElsewhereInTheDepartementKeepsItsScoreThere() {
    wish(2, text("select min(code) from municipality where epci_siren = '244400644'"));
    run("delete from scoring_grid where territory_code = '244400644'");
    grid(910, "44", "2020-01-01", ScoringFact.SENIORITY);
    grid(911, NANTES_METROPOLE, "2020-01-01", ScoringFact.SENIORITY);
    refresh(TODAY);
    assertThat(grids()).containsExactlyInAnyOrder(910L, 911L);
    assertThat(isDue(TODAY)).isFalse();
  }

  /** A département has no threshold: that of the EPCI of the wish, not the national one. */
  @Test
  void L_441_1_theFirstQuartileOfADepartementsGridIsThatOfTheEpciTheyWish() {
    threshold(NANTES_METROPOLE, 8000);
    grid(910, "44", "2020-01-01", ScoringFact.FIRST_QUARTILE);
    assertThat(scoreWith(8000)).isEqualTo(7);
    assertThat(scoreWith(8001)).as("under the national threshold only").isZero();
    String elsewhere =
        text(
            "select min(code) from municipality m where departement_code = '44' and epci_siren not"
                + " in ('244400404', '244400644')");
    wish(2, elsewhere);
    threshold(text("select epci_siren from municipality where code = '" + elsewhere + "'"), 9000);
    assertThat(scoreWith(9000)).as("the first quartile of the other wish").isEqualTo(7);
    assertThat(scoreWith(9001)).isZero();
    // Where an EPCI has a grid of its own, the département's counts no wish there.
    grid(911, NANTES_METROPOLE, "2020-01-01", ScoringFact.FIRST_QUARTILE);
    threshold(NANTES_METROPOLE, 12000);
    assertThat(scoreWith(9001)).isZero();
  }

  private static void threshold(String epci, int amount) {
    run("delete from first_quartile_threshold where epci_siren = '" + epci + "'");
    run(
        "insert into first_quartile_threshold (epci_siren, year, amount, source, assumed) values ('"
            + epci
            + "', 2026, "
            + amount
            + ", 'essai', false)");
  }

  private static long scoreWith(int perUnit) {
    run("update demand set resources_per_unit = " + perUnit + " where id = " + demand);
    refresh(TODAY);
    return number(
        "select score from demand_score where territory_code = '44' and demand_id = " + demand);
  }

  private static void wish(int rank, String municipality) {
    run(
        "insert into wished_location (demand_id, rank, municipality_code) values ("
            + demand
            + ", "
            + rank
            + ", '"
            + municipality
            + "')");
  }

  private static void grid(long id, String territory, String from, ScoringFact fact) {
    run(
        "insert into scoring_grid (id, version, territory_code, number, method, in_force_from,"
            + " written_at) values ("
            + id
            + ", 1, '"
            + territory
            + "', 900, 'SCORE', '"
            + from
            + "', now())");
    run(
        "insert into scoring_criterion values ("
            + id
            + ", 1, '"
            + fact
            + "', 7, 700, false, null)");
  }

  private static void refresh(LocalDate day) {
    jdbi.useHandle(handle -> CandidateRows.refresh(handle, List.of(demand), day));
  }

  private static List<Long> grids() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select grid_id from demand_score where demand_id = :demand")
                .bind("demand", demand)
                .mapTo(Long.class)
                .list());
  }

  private static boolean isDue(LocalDate day) {
    String departement = text("select departement_code from demand where id = " + demand);
    return new DueScores(jdbi)
        .due(day, DueCursor.start(departement), 10_000).stream()
            .anyMatch(one -> one.demandId() == demand);
  }
}
