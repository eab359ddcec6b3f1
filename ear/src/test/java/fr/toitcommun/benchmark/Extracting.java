package fr.toitcommun.benchmark;

import java.sql.SQLException;
import java.util.Locale;

/**
 * An extract of every active demand with all its columns, asked for by the file's manager and timed
 * as its account has it, from the asking to the file.
 */
final class Extracting {
  private static final double LIMIT_SECONDS = 10;

  private final Agent manager;
  private final Database database;

  Extracting(Agent manager, Database database) {
    this.manager = manager;
    this.database = database;
  }

  /** Measures it in each format of a spreadsheet. */
  void measure(Report report) throws SQLException {
    for (String format : new String[] {"XLSX", "ODS", "CSV"}) {
      measure(format, report);
    }
  }

  private void measure(String format, Report report) throws SQLException {
    AskedExtract asked =
        AskedExtract.of(
            manager, "{\"name\":\"benchmark\",\"kind\":\"LIVE\",\"format\":\"" + format + "\"}");
    double seconds = asked.seconds(database);
    String measured =
        String.format(
            Locale.ROOT,
            "%d rows in %.1f s, %.1f MiB",
            asked.rows(database),
            seconds,
            asked.mebibytes(database));
    String what = "Extract of all active demands with all columns, " + format;
    if ("XLSX".equals(format)) {
      report.judge(what, "≤ 10 s", measured, seconds <= LIMIT_SECONDS);
    } else {
      report.note(what, measured);
    }
  }
}
