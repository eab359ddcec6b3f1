package fr.toitcommun.benchmark;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An extract that was asked for and is ready, with its account in the database. */
final class AskedExtract {
  private static final int LOOK_EVERY_MILLIS = 200;
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern UNDER_WAY = Pattern.compile("\"state\":\"(WAITING|RUNNING)\"");
  private static final String EXTRACTS = "/api/v1/observatory/extracts";

  private final String where;

  private AskedExtract(String id) {
    where = " from extract where state = 'READY' and id = " + id;
  }

  /**
   * Asks for it and waits until it is over.
   *
   * @param json what is asked for
   */
  static AskedExtract of(Agent agent, String json) {
    String answer = agent.mustBe(202, agent.send(agent.post(EXTRACTS, json))).body();
    Matcher found = ID.matcher(answer);
    if (!found.find()) {
      throw new IllegalStateException("An extract has no identity: " + answer);
    }
    String id = found.group(1);
    try {
      while (UNDER_WAY.matcher(agent.read(EXTRACTS + "/" + id)).find()) {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new AskedExtract(id);
  }

  /** From the asking to the file. */
  double seconds(Database database) throws SQLException {
    return database.number(
            "select cast(extract(epoch from ended_at - asked_at) * 1000 as bigint)" + where)
        / 1000.0;
  }

  long rows(Database database) throws SQLException {
    return database.number("select rows_total" + where);
  }

  double mebibytes(Database database) throws SQLException {
    return database.number("select size" + where) / 1048576.0;
  }
}
