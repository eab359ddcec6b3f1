package fr.toitcommun.persistence.allocation;

import static fr.toitcommun.persistence.allocation.scoring.ScoringMethod.SCORE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.allocation.scoring.DueScores;
import fr.toitcommun.persistence.allocation.scoring.ScoringCriterion;
import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import fr.toitcommun.persistence.allocation.scoring.Simulation;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores of one demand of the demonstration, which is changed for each case. */
class ScoresTest {
  private static final LocalDate TODAY = TestDatabase.TODAY;
  private static final String NANTES_METROPOLE = "244400404";
  private static final long GRID = 900;
  private static Jdbi jdbi;
  private static long demand;

  @BeforeAll
  static void load() {
    DataSource database = TestDatabase.empty();
    TestDatabase.load(database, 600, 11);
    jdbi = Reads.over(database);
    demand =
        number(
            "select min(d.id) from demand d join household_member m on m.demand_id = d.id where"
                + " d.status = 'ACTIVE' and d.household_size = 1 and exists (select 1 from"
                + " wished_location l join municipality m on m.code = l.municipality_code where"
                + " l.demand_id = d.id and m.epci_siren = '244400404')");
  }

  @BeforeEach
  void begin() {
    run("delete from demand_score");
    run("delete from scoring_criterion where grid_id = " + GRID);
    run("delete from scoring_grid where territory_code = '244400404'");
    run(
        "update demand set initial_deposit_date = date '2024-05-20', dalo_status = 'NON',"
            + " main_motive = '23', second_motive = null, third_motive = null, current_tenure ="
            + " 'LP', current_surface = 40, current_occupants = 1, current_type = 'T2',"
            + " abnormal_delay_since = null, priority_grounds = 0 where id = "
            + demand);
    run("delete from supporting_document where demand_id = " + demand);
    run(
        "delete from proposal p where demand_id = "
            + demand
            + " and not exists (select 1 from"
            + " item_candidate i where i.proposal_id = p.id)");
  }

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
  void refusalsTakePointsAwayDownToTheirCeiling() {
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
    run("delete from proposal where id = 99001");
    assertThat(score(refusals)).containsExactly(-10, -10);
    run("delete from proposal where id = 99000");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "DALO | dalo_status = 'ACTIF'",
        "ABNORMAL_DELAY | abnormal_delay_since = '2026-01-01'",
        "ANY_GROUND | priority_grounds = 2",
        "GROUND_A | priority_grounds = 2",
        "UNFIT | third_motive = '03'",
        "OVER_OCCUPIED | current_surface = 8",
        "OVER_OCCUPIED | current_surface = 15, current_occupants = 2",
        "UNDER_OCCUPIED | current_type = 'T3'",
        "HOSTED_BY_FAMILY | current_tenure = 'CPE'",
        "HEAVY_RENT | current_rent = 600, housing_aid = 100, annual_resources = 18000",
        "FIRST_QUARTILE | resources_per_unit = 9720"
      })
  void aFactCountsWhereItIsSoAndNotWhereItIsNot(ScoringFact fact, String change) {
    ScoringCriterion one = new ScoringCriterion(fact, 7, null, false, null);
    assertThat(score(one)).containsExactly(0, 0);
    run("update demand set " + change + " where id = " + demand);
    assertThat(score(one)).containsExactly(7, 7);
    run(
        "update demand set annual_resources = null, resources_per_unit = null where id = "
            + demand);
  }

  @Test
  void everyFactOfTheCatalogueIsAQueryThatRuns() {
    ScoringCriterion[] all =
        Arrays.stream(ScoringFact.values())
            .map(fact -> new ScoringCriterion(fact, 1, 50, true, null))
            .toArray(ScoringCriterion[]::new);
    assertThat(score(all)).hasSize(2);
    assertThat(points()).hasSize(all.length);
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

  /** Scores the demand by a grid of these lines: today's points, and those if all were proven. */
  private static List<Integer> score(ScoringCriterion... lines) {
    run("delete from demand_score");
    run("delete from scoring_criterion where grid_id = " + GRID);
    run("delete from scoring_grid where id >= " + GRID);
    run(
        "insert into scoring_grid (id, version, territory_code, number, method, in_force_from,"
            + " written_at) values (900, 1, '244400404', 900, 'SCORE', '2020-01-01', now())");
    for (int i = 0; i < lines.length; i++) {
      ScoringCriterion line = lines[i];
      int position = i + 1;
      jdbi.useHandle(
          handle ->
              handle.execute(
                  "insert into scoring_criterion values (?, ?, ?, ?, ?, ?, ?)",
                  GRID,
                  position,
                  line.getFact().name(),
                  line.getPoints(),
                  line.getMaximum(),
                  line.isProven(),
                  line.getGroup()));
    }
    jdbi.useHandle(handle -> CandidateRows.refresh(handle, List.of(demand), TODAY));
    String of = " from demand_score where grid_id = " + GRID + " and demand_id = " + demand;
    return List.of((int) number("select score" + of), (int) number("select score_if_proven" + of));
  }

  private static List<Integer> points() {
    return Arrays.stream(
            text("select array_to_string(points, ',') from demand_score where grid_id = "
                    + GRID
                    + " and demand_id = "
                    + demand)
                .split(","))
        .map(Integer::valueOf)
        .toList();
  }

  private static void document(String status, String until) {
    run(
        "insert into supporting_document (id, version, demand_id, departement_code,"
            + " demand_desk_id, kind, sensitive, status, scan, storage_key, sha256, media_type,"
            + " byte_size, pages, received_on, valid_until, deposited_at, partner_id) select"
            + " 99001, 1, id, departement_code, desk_id, 'EVICTION', true, '"
            + status
            + "', 'CLEAN', 'test', repeat('a', 64), 'application/pdf', 1, 1, '2026-01-01', "
            + (until == null ? "null" : "'" + until + "'")
            + ", now(), 1 from demand where id = "
            + demand);
  }

  private static void run(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }

  private static long number(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private static String text(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
