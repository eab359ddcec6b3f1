package fr.toitcommun.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks into the application's database, beside the application. */
final class Database implements AutoCloseable {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("jdbc:postgresql://([^:/]+)(?::(\\d+))?/(\\w+).*");
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final String ONE_ROW =
      "insert into benchmark.one_row (surname, given_name, birth_date)"
          + " values ('Le Goff', 'Éléonore', '1988-02-29');\n";

  private final String url;
  private final String user;
  private final String password;
  private final Connection connection;

  /** Connects. */
  Database(String url, String user, String password) throws SQLException {
    this.url = url;
    this.user = user;
    this.password = password;
    this.connection = DriverManager.getConnection(url, user, password);
  }

  /** Makes the server's count of statements readable; false where it does not keep one. */
  boolean countsStatements() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      statement.execute("select count(*) from pg_stat_statements");
      return true;
    } catch (SQLException notThere) {
      return false;
    }
  }

  /** Forgets the statements counted so far. */
  void forgetStatements() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_stat_statements_reset()");
    }
  }

  /**
   * Statements that read or changed data since they were forgotten, but for the benchmark's own.
   */
  long statements() throws SQLException {
    return number(
        "select coalesce(sum(calls), 0) from pg_stat_statements where query !~*"
            + " 'pg_stat_statements' and query ~* '^\\s*(select|insert|update|delete|with|merge)'");
  }

  /** How many of these numbers are those of a demand with its applicant, wish, name and event. */
  long whole(Collection<String> numbers) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select count(*) from demand d where d.unique_number = any(?)
              and exists (select 1 from household_member m where m.demand_id = d.id and m.role = 'APPLICANT')
              and exists (select 1 from candidate_wish w where w.demand_id = d.id)
              and exists (select 1 from person_name n where n.demand_id = d.id)
              and exists (select 1 from demand_event e where e.demand_id = d.id and e.kind = 'REGISTERED')
            """)) {
      query.setArray(1, connection.createArrayOf("text", numbers.toArray()));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** The one number that a query gives. */
  long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  /** The one text that a query gives. */
  String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /**
   * Rows that pgbench inserts in a second, each committed by itself and durable.
   *
   * @return null where there is no pgbench
   */
  Double insertedRowsPerSecond(int clients, int seconds) throws SQLException, IOException {
    Path pgbench = pgbench();
    Matcher place = HOST_AND_PORT.matcher(url);
    if (pgbench == null || !place.matches()) {
      return null;
    }
    Path script = Files.createTempFile("one-row", ".sql");
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists benchmark");
      statement.execute(
          "create table if not exists benchmark.one_row (id bigint generated always as identity"
              + " primary key, surname text not null, given_name text not null, birth_date date not"
              + " null)");
      Files.writeString(script, ONE_ROW);
      ProcessBuilder builder =
          new ProcessBuilder(
              pgbench.toString(),
              "-n",
              "-M",
              "prepared",
              "-c",
              Integer.toString(clients),
              "-j",
              "2",
              "-T",
              Integer.toString(seconds),
              "-f",
              script.toString(),
              "-h",
              place.group(1),
              "-p",
              place.group(2) == null ? "5432" : place.group(2),
              "-U",
              user,
              place.group(3));
      builder.environment().put("PGPASSWORD", password);
      builder.redirectErrorStream(true);
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher rate = RATE.matcher(said);
      if (!rate.find()) {
        throw new IllegalStateException("pgbench says: " + said);
      }
      statement.execute("drop schema benchmark cascade");
      return Double.valueOf(rate.group(1));
    } finally {
      Files.deleteIfExists(script);
    }
  }

  private static Path pgbench() throws IOException {
    Path debian = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(debian)) {
      return null;
    }
    try (Stream<Path> versions = Files.list(debian)) {
      return versions
          .map(version -> version.resolve("bin/pgbench"))
          .filter(Files::isExecutable)
          .max(Path::compareTo)
          .orElse(null);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
