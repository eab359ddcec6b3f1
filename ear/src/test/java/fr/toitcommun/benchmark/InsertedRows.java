package fr.toitcommun.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many rows a second the database can insert into one small table, each committed by itself and
 * durable: by pgbench where Debian's is there, else by a loop over JDBC.
 */
final class InsertedRows {
  private static final Pattern PLACE =
      Pattern.compile("jdbc:postgresql://([^:/]+)(?::(\\d+))?/(\\w+).*");
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final String INSERT =
      "insert into benchmark.one_row (surname, given_name, birth_date)"
          + " values ('Le Goff', 'Éléonore', '1988-02-29')";

  private final String url;
  private final String user;
  private final String password;

  InsertedRows(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Measures in a table of its own, which is dropped after; tells the rate and what inserted. */
  String perSecond(int clients, int seconds) throws SQLException, IOException {
    Path pgbench = pgbench();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists benchmark");
      statement.execute(
          "create table if not exists benchmark.one_row (id bigint generated always as identity"
              + " primary key, surname text not null, given_name text not null, birth_date date not"
              + " null)");
      try {
        return pgbench == null
            ? String.format(
                Locale.ROOT, "%.0f/s, by JDBC: pgbench is not there", byJdbc(clients, seconds))
            : String.format(
                Locale.ROOT, "%.0f/s, by pgbench", byPgbench(pgbench, clients, seconds));
      } finally {
        statement.execute("drop schema benchmark cascade");
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  private double byJdbc(int clients, int seconds) {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(threads.submit(inserting(end)));
      }
      double rows = 0;
      for (Future<Integer> one : running) {
        rows += one.get();
      }
      return rows / seconds;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<Integer> inserting(long end) {
    return () -> {
      int rows = 0;
      try (Connection connection = connect();
          PreparedStatement insert = connection.prepareStatement(INSERT)) {
        while (System.nanoTime() < end) {
          rows += insert.executeUpdate();
        }
      }
      return rows;
    };
  }

  private double byPgbench(Path pgbench, int clients, int seconds) throws IOException {
    Matcher place = PLACE.matcher(url);
    if (!place.matches()) {
      throw new IllegalStateException("pgbench cannot be told this address: " + url);
    }
    Path script = Files.createTempFile("one-row", ".sql");
    try {
      Files.writeString(script, INSERT + ";\n");
      String port = place.group(2) == null ? "5432" : place.group(2);
      ProcessBuilder builder =
          new ProcessBuilder(pgbench.toString(), "-n", "-M", "prepared", "-j", "2");
      builder
          .command()
          .addAll(List.of("-c", Integer.toString(clients), "-T", Integer.toString(seconds)));
      builder.command().addAll(List.of("-f", script.toString(), "-h", place.group(1), "-p", port));
      builder.command().addAll(List.of("-U", user, place.group(3)));
      builder.environment().put("PGPASSWORD", password);
      builder.redirectErrorStream(true);
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher rate = RATE.matcher(said);
      if (!rate.find()) {
        throw new IllegalStateException("pgbench says: " + said);
      }
      return Double.parseDouble(rate.group(1));
    } finally {
      Files.deleteIfExists(script);
    }
  }

  /** Debian's pgbench of the newest version; null: none. */
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
}
