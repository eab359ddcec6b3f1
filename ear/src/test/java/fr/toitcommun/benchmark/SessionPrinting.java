package fr.toitcommun.benchmark;

import java.sql.SQLException;
import java.util.Locale;

/**
 * The dossier of a session with twenty dwellings and eighty candidates, laid out beside what the
 * demonstration holds, fetched as its secretary does.
 */
final class SessionPrinting {
  private static final double LIMIT_SECONDS = 10;
  private static final int DWELLINGS = 20;
  private static final int CANDIDATES = 4;
  private static final int ATTEMPTS = 3;

  private final Agent landlord;
  private final Database database;

  SessionPrinting(Agent landlord, Database database) {
    this.landlord = landlord;
    this.database = database;
  }

  /** Measures the slowest of a few, the first and coldest included, and counts statements. */
  void measure(Report report) throws SQLException {
    long large = session(DWELLINGS, 0);
    double slowest = 0;
    int bytes = 0;
    for (int i = 0; i < ATTEMPTS; i++) {
      long start = System.nanoTime();
      bytes = landlord.file(dossier(large)).length;
      slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
    }
    report.judge(
        "Dossier of a session of 20 dwellings and 80 candidates",
        "≤ " + Math.round(LIMIT_SECONDS) + " s",
        String.format(
            Locale.ROOT, "%.1f s, %.1f MiB, slowest of %d", slowest, bytes / 1048576.0, ATTEMPTS),
        slowest <= LIMIT_SECONDS);
    if (database.countsStatements()) {
      // Other demands: nobody is proposed the same dwelling twice.
      long small = session(2, DWELLINGS * CANDIDATES);
      landlord.file(dossier(small));
      long few = statements(small);
      long many = statements(large);
      report.judge(
          "SQL statements of a dossier",
          "a constant",
          few == many ? many + " (2 and 20 dwellings)" : "from " + few + " to " + many,
          few == many);
    }
  }

  private long statements(long session) throws SQLException {
    database.forgetStatements();
    landlord.file(dossier(session));
    return database.statements();
  }

  private static String dossier(long session) {
    return "/documents/session/" + session + "/dossier.pdf";
  }

  /** A session on whose agenda stand past dwellings of the landlord, with demands of today. */
  private long session(int dwellings, int after) throws SQLException {
    long id = database.number("select nextval('commission_session_seq') + 1000");
    database.change(
        "insert into commission_session (id, version, commission_id, held_at, place, status) select"
            + " "
            + id
            + ", 1, min(c.id), current_date + 30 + time '09:30', 'Mesure', 'PLANNED' from"
            + " commission c join agent a on a.partner_id = c.landlord_id where a.login ="
            + " 'bailleur.nantes'");
    database.change(
        "insert into commission_item (id, session_id, position, vacancy_id) select"
            + " nextval('commission_item_seq') + 1000, "
            + id
            + ", row_number() over (order by v.id), v.id from vacancy v join dwelling w on w.id ="
            + " v.dwelling_id join agent a on a.partner_id = w.landlord_id where a.login ="
            + " 'bailleur.nantes' and v.status = 'LET' order by v.id limit "
            + dwellings);
    database.change(
        "with candidates as (select i.id as item, i.vacancy_id, row_number() over (order by"
            + " i.position, n) as place, n from commission_item i, generate_series(1, "
            + CANDIDATES
            + ") n where i.session_id = "
            + id
            + "), demands as (select d.id, row_number() over (order by d.id) as place from (select"
            + " id from demand where status = 'ACTIVE' and departement_code = '44' order by id"
            + " limit 80 offset "
            + after
            + ") d), made as (insert into proposal (id, version, vacancy_id, demand_id,"
            + " status, made_on, reply_deadline) select nextval('proposal_seq') + 1000, 1,"
            + " c.vacancy_id, d.id, 'ON_AGENDA', current_date, current_date + 10 from candidates c"
            + " join demands d using (place) on conflict do nothing returning id, vacancy_id,"
            + " demand_id) insert into item_candidate (id, version, item_id, position, proposal_id)"
            + " select nextval('item_candidate_seq') + 1000, 1, c.item, c.n, m.id from candidates c"
            + " join demands d using (place) join made m on m.vacancy_id = c.vacancy_id and"
            + " m.demand_id = d.id");
    return id;
  }
}
