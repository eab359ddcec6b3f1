package fr.toitcommun.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A real PostgreSQL from Maven's artifacts, with durable commits, on loopback, closed by passwords,
 * in a folder that outlives it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** The application's database and the role that owns it. */
  public static final String NAME = "toitcommun";

  private static final String SUPERUSER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * For 2 cores and 24 GiB shared with the server. Texts of households stay out of PostgreSQL's
   * log.
   */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          // The library starts with these off, for tests: here what was answered must last.
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "localhost"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("max_connections", "60"),
          Map.entry("shared_buffers", "512MB"),
          Map.entry("effective_cache_size", "4GB"),
          Map.entry("work_mem", "32MB"),
          Map.entry("maintenance_work_mem", "256MB"),
          Map.entry("max_wal_size", "2GB"),
          Map.entry("checkpoint_timeout", "15min"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("jit", "off"),
          // Counts statements, without their parameters: what the benchmark and an operator look
          // at.
          Map.entry("shared_preload_libraries", "pg_stat_statements"),
          Map.entry("timezone", "Europe/Paris"),
          Map.entry("logging_collector", "on"),
          Map.entry("log_directory", "log"),
          Map.entry("log_filename", "postgresql-%a.log"),
          Map.entry("log_truncate_on_rotation", "on"),
          Map.entry("log_rotation_age", "1d"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_parameter_max_length_on_error", "0"));

  private static final String ACCESS =
      """
      # Written by Toit commun's launcher: loopback only, and never without a password.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128      scram-sha-256
      """;

  private final EmbeddedPostgres postgres;
  private final Path files;
  private final Path binaries;
  private final DatabaseAddress address;

  private EmbeddedDatabase(
      EmbeddedPostgres postgres, Path files, Path binaries, DatabaseAddress address) {
    this.postgres = postgres;
    this.files = files;
    this.binaries = binaries;
    this.address = address;
  }

  /**
   * Starts PostgreSQL on the folder's database, which is made the first time. One that a killed
   * launcher left running there is stopped before.
   *
   * @param folder keeps the database and its password
   * @param port where it listens, on loopback
   * @return the running database
   * @throws StartRefused if it does not start
   */
  public static EmbeddedDatabase start(DataFolder folder, int port) {
    String password = folder.secret("database-password");
    Path files = folder.path().resolve("postgresql");
    Path binaries = folder.path().resolve("postgresql-binaries");
    Leftovers.stopDatabase(files, binaries);
    Ports.requireFree("127.0.0.1", port, "--database-port");
    boolean fresh = !Files.exists(files.resolve("toitcommun-ready"));
    try {
      if (fresh) {
        DataFolder.delete(files);
      }
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(binaries.toFile())
              .setDataDirectory(files)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(PATIENCE)
              .setPort(port)
              // Sorting by code point, everywhere the same; lists for people sort by a French
              // collation.
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("locale", "C");
      SETTINGS.forEach(builder::setServerConfig);
      if (!fresh) {
        builder.setConnectConfig("password", password);
      }
      EmbeddedPostgres postgres = builder.start();
      DatabaseAddress address =
          new DatabaseAddress("jdbc:postgresql://localhost:" + port + "/" + NAME, NAME, password);
      EmbeddedDatabase database = new EmbeddedDatabase(postgres, files, binaries, address);
      if (fresh) {
        database.prepare(port, password);
      }
      return database;
    } catch (IOException | RuntimeException e) {
      throw new StartRefused(
          "PostgreSQL does not start (" + e.getMessage() + "): see " + files.resolve("log"), e);
    }
  }

  /**
   * Role, database, passwords; only then is the database marked as made, so that a start cut short
   * begins anew.
   */
  private void prepare(int port, String password) throws IOException {
    String url = "jdbc:postgresql://localhost:" + port + "/";
    Properties withoutPassword = new Properties();
    withoutPassword.setProperty("user", SUPERUSER);
    try (Connection connection = new Driver().connect(url + SUPERUSER, withoutPassword);
        Statement statement = connection.createStatement()) {
      // The password is of the base64url alphabet: nothing in it ends a literal.
      statement.execute("alter role " + SUPERUSER + " password '" + password + "'");
      statement.execute("create role " + NAME + " login password '" + password + "'");
      statement.execute("create database " + NAME + " owner " + NAME);
      Files.writeString(files.resolve("pg_hba.conf"), ACCESS);
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      close();
      throw new StartRefused("The database could not be prepared: " + e.getMessage(), e);
    }
    Files.writeString(files.resolve("toitcommun-ready"), "");
  }

  /**
   * @return how the application reaches it
   */
  public DatabaseAddress address() {
    return address;
  }

  /** Stops PostgreSQL and waits until everything is on disk. */
  @Override
  public void close() {
    List<ProcessHandle> running = Leftovers.database(binaries);
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    running.forEach(process -> Leftovers.awaitEnd(process, PATIENCE));
  }
}
