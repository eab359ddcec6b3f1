package fr.toitcommun.benchmark;

import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.Locale;

/** The observatory's reports, each asked for by the file's manager, and a whole collection. */
final class Reporting {
  private static final double LIMIT_SECONDS = 5;
  private static final int TIMES = 5;
  private static final String[] REPORTS = {
    "YEARLY",
    "TERRITORY?territory=244400404",
    "PARTNER",
    "COLLECTIVE?territory=44",
    "THEME?axis=AGE",
    "YEARLY?format=odt"
  };

  private final Agent manager;
  private final Database database;

  Reporting(Agent manager, Database database) {
    this.manager = manager;
    this.database = database;
  }

  /** Measures them: of each the slowest of five, the first one included. */
  void measure(Report report) throws SQLException {
    for (String one : REPORTS) {
      HttpRequest request = manager.get("/api/v1/observatory/reports/" + one);
      double slowest = 0;
      for (int i = 0; i < TIMES; i++) {
        long begun = System.nanoTime();
        manager.mustBe(200, manager.send(request));
        slowest = Math.max(slowest, (System.nanoTime() - begun) / 1e9);
      }
      report.judge(
          "Report " + one + ", slowest of " + TIMES,
          "≤ 5 s",
          String.format(Locale.ROOT, "%.1f s", slowest),
          slowest <= LIMIT_SECONDS);
    }
    collection(report);
  }

  private void collection(Report report) throws SQLException {
    AskedExtract asked =
        AskedExtract.of(
            manager,
            "{\"name\":\"benchmark\",\"kind\":\"REPORTS\",\"format\":\"PDF\",\"reports\":"
                + "{\"kind\":\"TERRITORY\",\"level\":\"EPCI\"}}");
    report.note(
        "Collection of territorial profiles, one for each EPCI, PDF",
        String.format(
            Locale.ROOT,
            "%d reports in %.0f s, %.1f MiB",
            asked.rows(database),
            asked.seconds(database),
            asked.mebibytes(database)));
  }
}
