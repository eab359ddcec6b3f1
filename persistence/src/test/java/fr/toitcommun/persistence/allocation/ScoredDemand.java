package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.allocation.scoring.ScoringCriterion;
import fr.toitcommun.persistence.installation.Reads;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One demand of a small demonstration, put back to a plain state before each case. */
abstract class ScoredDemand {
  static final LocalDate TODAY = TestDatabase.TODAY;
  static final String NANTES_METROPOLE = "244400404";
  static final long GRID = 900;

  /** From here on members are those that a case adds. */
  static final long ADDED = 9_000_000;

  static Jdbi jdbi;
  static long demand;

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
            + " 'FONC', household_size = 1, expected_children = 0, collective_agreement = 'AUCUN',"
            + " needs_adapted_dwelling = false, transfer = false, current_rent = null, housing_aid"
            + " = null, annual_resources = null, resources_per_unit = null, municipality_code ="
            + " '85191', current_surface = 40, current_occupants = 1, current_type = 'T2',"
            + " abnormal_delay_since = null, priority_grounds = 0 where id = "
            + demand);
    run("delete from supporting_document where demand_id = " + demand);
    run("delete from household_member where id >= " + ADDED + " and demand_id = " + demand);
    run(
        "update household_member set disabled = false, employer_postal_code = null, employer_city ="
            + " null, employer_abroad = false, birth_date = '1980-05-01' where demand_id = "
            + demand);
    run(
        "delete from proposal p where demand_id = "
            + demand
            + " and not exists (select 1 from"
            + " item_candidate i where i.proposal_id = p.id)");
  }

  /** Scores the demand by a grid of these lines: today's points, and those if all were proven. */
  static List<Integer> score(ScoringCriterion... lines) {
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

  static List<Integer> points() {
    return Arrays.stream(
            text("select array_to_string(points, ',') from demand_score where grid_id = "
                    + GRID
                    + " and demand_id = "
                    + demand)
                .split(","))
        .map(Integer::valueOf)
        .toList();
  }

  /** A member like the applicant, but for this. */
  static void add(String role, String more, String born) {
    run(
        "insert into household_member select (jsonb_populate_record(m, '{\"id\": "
            + ADDED
            + ", \"role\": \""
            + role
            + "\", \"birth_date\": \""
            + born
            + "\", "
            + more
            + "}')).* from household_member m where role = 'APPLICANT' and demand_id = "
            + demand);
  }

  static void document(String status, String until) {
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

  static void run(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }

  static long number(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  static String text(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
