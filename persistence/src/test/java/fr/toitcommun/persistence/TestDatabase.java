package fr.toitcommun.persistence;

import fr.toitcommun.persistence.demonstration.Demonstration;
import fr.toitcommun.persistence.installation.Reads;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * A real PostgreSQL for tests, started once for the whole run. Each database comes ready from a
 * template: reference data only, or a small demonstration.
 */
public final class TestDatabase {
  /** The day the demonstration of the tests is as of. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** Active demands of the demonstration of the tests. */
  public static final int DEMANDS = 4_000;

  /** Seed of the demonstration of the tests. */
  public static final long SEED = 2006;

  private static final String OWNER = "postgres";
  private static final String REFERENCE = "reference";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static EmbeddedPostgres server;
  private static DataSource demonstration;

  private TestDatabase() {}

  /** A database of its own for the caller, with reference data only. */
  public static DataSource empty() {
    return copyOf(REFERENCE);
  }

  /**
   * A database of its own for the caller, without reference data: to see what a migration makes of
   * what it finds.
   */
  public static synchronized DataSource blank() {
    if (server == null) {
      start();
    }
    String name = "test_" + NUMBER.incrementAndGet();
    execute("create database " + name);
    return server.getDatabase(OWNER, name);
  }

  /** The loaded database that all tests share: read only, by agreement. */
  public static synchronized DataSource demonstration() {
    if (demonstration == null) {
      DataSource loaded = copyOf(REFERENCE);
      load(loaded, DEMANDS, SEED);
      demonstration = loaded;
    }
    return demonstration;
  }

  /** A database of its own for the caller, with a demonstration of its own. */
  public static Jdbi loaded(int demands, long seed) {
    DataSource own = empty();
    load(own, demands, seed);
    return Reads.over(own);
  }

  /** Loads a demonstration as of {@link #TODAY}, with an installation row that says so. */
  public static void load(DataSource into, int demands, long seed) {
    try (Connection connection = into.getConnection()) {
      connection.setAutoCommit(false);
      Demonstration.load(
          connection,
          new Demonstration.Settings(demands, seed, TODAY, "$2a$10$not.a.hash"),
          (stage, done, total) -> {});
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "insert into installation (demonstration, seed, requested_demands) values (true, "
                + seed
                + ", "
                + demands
                + ")");
      }
      connection.commit();
      connection.setAutoCommit(true);
      Demonstration.analyse(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static synchronized DataSource copyOf(String template) {
    if (server == null) {
      start();
    }
    String name = "test_" + NUMBER.incrementAndGet();
    execute("create database " + name + " template " + template);
    return server.getDatabase(OWNER, name);
  }

  private static void start() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    execute("create database " + REFERENCE);
    Flyway.configure().dataSource(server.getDatabase(OWNER, REFERENCE)).load().migrate();
  }

  private static void execute(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
