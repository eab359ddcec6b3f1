package fr.toitcommun.benchmark;

import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Candidates of a whole EPCI, dwellings for a demand, and scoring the whole file. What is put into
 * the database for a measurement is taken out of it again.
 */
final class MatchingFigures {
  private static final String LANDLORD = "bailleur.nantes";
  private static final int MUNICIPALITIES = 24;
  private static final double CANDIDATES_LIMIT = 50;
  private static final double EPCI_LIMIT = 150;
  private static final double FIT_LIMIT = 100;
  private static final double SCORES_LIMIT = 30;
  private static final int VACANCIES = 10_000;
  private static final long FIRST_ID = 900_000_000L;
  private static final int WARM_UP = 200;
  private static final int COUNT = 400;

  private final URI address;
  private final Database database;
  private final Report report;

  MatchingFigures(URI address, Database database, Report report) {
    this.address = address;
    this.database = database;
    this.report = report;
  }

  /** Candidates of one municipality alone, for a file of which nothing else is measured. */
  void municipality(Sample sample) {
    List<String> paths = sample.candidatePaths();
    report.note("Longest list of candidates measured", Long.toString(sample.mostCandidates()));
    ask("Candidates of a dwelling with exact total", paths, CANDIDATES_LIMIT);
  }

  /** Candidates of the EPCI of 24 municipalities that most demands wish to live in. */
  void epci() throws SQLException {
    String epci =
        database.text(
            "select e.siren from epci e join municipality m on m.epci_siren = e.siren join"
                + " departement d on d.code = m.departement_code group by e.siren having count(*) ="
                + " "
                + MUNICIPALITIES
                + " order by (select count(*) from candidate_wish w where w.place = e.siren) desc"
                + " limit 1");
    List<String> paths = new ArrayList<>();
    for (String type : List.of("T1", "T2", "T3", "T4")) {
      for (String scheme : List.of("PLUS", "PLAI")) {
        paths.add(
            "/api/v1/candidates?municipality=%s&type=%s&scheme=%s".formatted(epci, type, scheme));
      }
    }
    report.note(
        "Demands that wish to live in the EPCI of 24 municipalities",
        database.text("select count(*) from candidate_wish where place = '" + epci + "'"));
    ask("Candidates of an EPCI of 24 municipalities with exact total", paths, EPCI_LIMIT);
  }

  /** Dwellings for one demand, among ten thousand vacant ones. */
  void fitting() throws SQLException {
    database.change(
        """
        insert into dwelling (id, landlord_id, internal_reference, municipality_code, address, floor, lift, category,
          dwelling_type, surface, main_rent, charges, scheme, priority_district, wheelchair)
        select %1$d + n, (select id from partner where kind = 'LANDLORD' order by id limit 1), 'measured-' || n, m.code,
          n || ' rue mesurée', n %% 5, n %% 2 = 0, case when n %% 3 = 0 then 'M' else 'A' end, 'T' || 1 + n %% 5,
          30 + n %% 60, 250 + n %% 400, 60, (array['PLAI', 'PLUS', 'PLS'])[1 + n %% 3], false, n %% 20 = 0
        from generate_series(1, %2$d) n
        join (select code, row_number() over (order by code) as place, count(*) over () as places from municipality
          where departement_code = '44') m on m.place = 1 + n %% m.places
        """
            .formatted(FIRST_ID, VACANCIES));
    database.change(
        "insert into vacancy (id, version, dwelling_id, available_from, declared_on, status)"
            + " select id, 1, id, current_date, current_date, 'OPEN' from dwelling where id > "
            + FIRST_ID);
    try {
      String numbers =
          database.text(
              "select string_agg(unique_number, ' ') from (select unique_number from demand where"
                  + " status = 'ACTIVE' and departement_code = '44' and accepts_other_locations"
                  + " order by id limit 40) chosen");
      List<String> paths = new ArrayList<>();
      for (String number : numbers.split(" ")) {
        paths.add("/api/v1/demands/" + number + "/dwellings");
      }
      ask(
          "Dwellings for a demand among "
              + database.text(
                  "select count(*) from vacancy v join dwelling w on w.id = v.dwelling_id join"
                      + " municipality m on m.code = w.municipality_code where v.status = 'OPEN'"
                      + " and m.departement_code = '44'")
              + " vacancies",
          paths,
          FIT_LIMIT);
    } finally {
      database.change("delete from vacancy where id > " + FIRST_ID);
      database.change("delete from dwelling where id > " + FIRST_ID);
    }
  }

  /** Scoring every active demand by a grid of twenty-two criteria in every département. */
  void scores(NightJobs jobs) throws SQLException {
    database.change(
        "insert into scoring_grid (id, version, territory_code, number, method, in_force_from,"
            + " written_at) select "
            + FIRST_ID
            + " + row_number() over (), 1, code, 900, 'SCORE', current_date, now() from"
            + " departement");
    database.change(
        "insert into scoring_criterion (grid_id, position, fact, points, maximum, proven,"
            + " exclusive_group) select g.id, c.position, c.fact, c.points, c.maximum, c.proven,"
            + " c.exclusive_group from scoring_grid g, scoring_criterion c where c.grid_id = 2 and"
            + " g.id > "
            + FIRST_ID);
    database.change("update demand_score set next_on = current_date");
    try {
      double seconds = jobs.run("SCORES");
      long scored = jobs.done("SCORES");
      report.judge(
          "All active demands scored and ranked anew",
          String.format(Locale.ROOT, "≤ %.0f s for 82000", SCORES_LIMIT),
          String.format(Locale.ROOT, "%d in %.1f s", scored, seconds),
          seconds <= SCORES_LIMIT * Math.max(1, scored / 82_000.0));
    } finally {
      database.change("delete from demand_score where grid_id > " + FIRST_ID);
      database.change("delete from scoring_grid where id > " + FIRST_ID);
    }
  }

  private void ask(String what, List<String> paths, double limit) {
    for (int clients : new int[] {1, 4}) {
      Timings timings =
          new ClosedLoop(
                  Agent.several(address, LANDLORD, clients),
                  (agent, number) -> agent.get(paths.get(number % paths.size())))
              .measure(WARM_UP, COUNT);
      report.judge(what + ", " + Benchmark.clients(clients), timings, limit);
    }
  }
}
