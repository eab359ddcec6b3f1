package fr.toitcommun.benchmark;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An extract of every active demand with all its columns, asked for by the file's manager and timed
 * as its account has it, from the asking to the file.
 */
final class Extracting {
  private static final double LIMIT_SECONDS = 10;
  private static final int LOOK_EVERY_MILLIS = 200;
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern UNDER_WAY = Pattern.compile("\"state\":\"(WAITING|RUNNING)\"");
  private static final String EXTRACTS = "/api/v1/observatory/extracts";

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
    HttpResponse<String> asked =
        manager.mustBe(
            202,
            manager.send(
                manager.post(
                    EXTRACTS,
                    "{\"name\":\"benchmark\",\"kind\":\"LIVE\",\"format\":\"" + format + "\"}")));
    Matcher found = ID.matcher(asked.body());
    if (!found.find()) {
      throw new IllegalStateException("An extract has no identity: " + asked.body());
    }
    String id = found.group(1);
    await(EXTRACTS + "/" + id);
    String where = " from extract where state = 'READY' and id = " + id;
    double seconds =
        database.number(
                "select cast(extract(epoch from ended_at - asked_at) * 1000 as bigint)" + where)
            / 1000.0;
    String measured =
        String.format(
            Locale.ROOT,
            "%d rows in %.1f s, %.1f MiB",
            database.number("select rows_total" + where),
            seconds,
            database.number("select size" + where) / 1048576.0);
    String what = "Extract of all active demands with all columns, " + format;
    if ("XLSX".equals(format)) {
      report.judge(what, "≤ 10 s", measured, seconds <= LIMIT_SECONDS);
    } else {
      report.note(what, measured);
    }
  }

  private void await(String address) {
    try {
      while (UNDER_WAY.matcher(manager.read(address)).find()) {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
