package fr.toitcommun.ejb.installation;

import at.favre.lib.crypto.bcrypt.BCrypt;
import fr.toitcommun.persistence.allocation.CandidateRows;
import fr.toitcommun.persistence.demonstration.Demonstration;
import fr.toitcommun.persistence.demonstration.Specimens;
import fr.toitcommun.persistence.registration.dossier.ContentStore;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSweep;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database to the state this version needs before anyone is served: migrations, then,
 * when it is empty, either the demonstration data or a real file with its first manager.
 */
@Startup
@Singleton
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabasePreparation {
  private static final Logger LOG = LoggerFactory.getLogger(DatabasePreparation.class);
  private static final long SEED = 2006;
  private static final int COST = 10;
  private static final int SHORTEST_PASSWORD = 12;
  // Any number that no other lock of this database uses: two servers must not prepare at once.
  private static final long LOCK = 7_022_006L;

  @Resource(lookup = "java:jboss/datasources/ToitCommun")
  private DataSource dataSource;

  // Only looked up once there are tables to read.
  @Inject private Instance<DemonstrationMinutes> demonstrationMinutes;

  /** Prepares the database; the application does not start when it cannot. */
  @PostConstruct
  public void prepare() {
    Flyway.configure(getClass().getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        fillWhenEmpty(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be prepared", e);
    }
  }

  private void fillWhenEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
      try (ResultSet installed = statement.executeQuery("select 1 from installation")) {
        if (installed.next()) {
          searchRows(connection);
          return;
        }
      }
    }
    if (Boolean.parseBoolean(setting("TOITCOMMUN_DEMONSTRATION", "false"))) {
      loadDemonstration(connection);
    } else {
      openRealFile(connection);
    }
  }

  /** A version that searches candidates by other rows finds none at its first start. */
  private static void searchRows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet lacking =
            statement.executeQuery(
                "select exists (select 1 from demand where status = 'ACTIVE')"
                    + " and not exists (select 1 from candidate_wish)")) {
      lacking.next();
      if (!lacking.getBoolean(1)) {
        return;
      }
    }
    LOG.info("[toit-commun] The rows that candidates are searched by are written");
    Jdbi.create(connection)
        .useHandle(
            handle -> CandidateRows.writeAll(handle, LocalDate.now(ZoneId.of("Europe/Paris"))));
  }

  private void loadDemonstration(Connection connection) throws SQLException {
    int demands =
        Integer.parseInt(
            setting(
                "TOITCOMMUN_DEMONSTRATION_DEMANDS", String.valueOf(Demonstration.FILE_OF_2006)));
    long began = System.nanoTime();
    ProgressLine progress = new ProgressLine();
    Demonstration.load(
        connection,
        new Demonstration.Settings(
            demands, SEED, LocalDate.now(ZoneId.of("Europe/Paris")), hash(Demonstration.PASSWORD)),
        progress);
    install(connection, true, demands);
    try {
      Specimens.write(connection, ContentStore.configured());
    } catch (IOException e) {
      throw new UncheckedIOException("The documents' store cannot be written", e);
    }
    connection.commit();
    Demonstration.analyse(connection);
    searchForDuplicates(connection);
    demonstrationMinutes.get().sign();
    LOG.info(
        "[toit-commun] Demonstration data loaded: {} active demands in {} s",
        demands,
        (System.nanoTime() - began) / 1_000_000_000L);
  }

  /** As the night would have done it, so that a desk has duplicates to look at on the first day. */
  private static void searchForDuplicates(Connection connection) throws SQLException {
    Jdbi.create(connection)
        .useHandle(
            handle -> {
              List<String> departements =
                  handle.createQuery("select code from departement").mapTo(String.class).list();
              for (String departement : departements) {
                List<String> numbers =
                    DuplicateSweep.plan(handle, departement).stream()
                        .flatMap(found -> found.uniqueNumbers().stream())
                        .toList();
                DuplicateSweep.keep(handle, departement, numbers, Instant.now());
              }
            });
    connection.commit();
  }

  private static void openRealFile(Connection connection) throws SQLException {
    install(connection, false, 0);
    String password = setting("TOITCOMMUN_ADMIN_PASSWORD", "");
    if (password.isEmpty()) {
      LOG.warn(
          "[toit-commun] The file is empty and has no manager: start once with"
              + " TOITCOMMUN_ADMIN_PASSWORD set on an empty database");
      return;
    }
    if (password.length() < SHORTEST_PASSWORD || password.equals(Demonstration.PASSWORD)) {
      throw new IllegalStateException(
          "TOITCOMMUN_ADMIN_PASSWORD must have at least "
              + SHORTEST_PASSWORD
              + " characters and may not be the password of the demonstration");
    }
    FirstManager.create(connection, hash(password));
    LOG.info("[toit-commun] The file is open: its manager signs in as {}", FirstManager.LOGIN);
  }

  private static void install(Connection connection, boolean demonstration, int demands)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into installation (demonstration, seed, requested_demands) values (?, ?, ?)")) {
      insert.setBoolean(1, demonstration);
      insert.setLong(2, SEED);
      insert.setInt(3, demands);
      insert.executeUpdate();
    }
  }

  private static String hash(String password) {
    return new String(
        BCrypt.with(BCrypt.Version.VERSION_2A)
            .hash(COST, password.getBytes(StandardCharsets.UTF_8)),
        StandardCharsets.US_ASCII);
  }

  private static String setting(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }
}
