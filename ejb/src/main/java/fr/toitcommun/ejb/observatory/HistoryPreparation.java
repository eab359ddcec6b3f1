package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.demonstration.PastYears;
import fr.toitcommun.persistence.observatory.FileKind;
import fr.toitcommun.persistence.observatory.ObservatoryFile;
import fr.toitcommun.persistence.observatory.SnapshotWriter;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a demonstration its ten years of monthly files, beside the first minutes of use: nobody
 * waits for them, and what a stopped server left out is written at the next start.
 */
@Startup
@Singleton
@DependsOn("DatabasePreparation")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class HistoryPreparation {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryPreparation.class);
  // Any number that no other lock of this database uses: two servers must not write the same files.
  private static final long LOCK = 7_022_036L;

  @Resource(lookup = "java:jboss/datasources/ToitCommun")
  private DataSource dataSource;

  @Resource private ManagedExecutorService executor;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private ObservatoryEngine engine;

  /** Begins what is to be done, if anything is. */
  @PostConstruct
  public void begin() {
    boolean demonstration =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select exists (select 1 from installation where demonstration)")
                    .mapTo(Boolean.class)
                    .one());
    if (demonstration) {
      executor.execute(this::write);
    }
  }

  private void write() {
    try (Connection connection = dataSource.getConnection();
        DuckDBConnection column = engine.engine().connection();
        Handle handle = Jdbi.open(connection)) {
      connection.setAutoCommit(false);
      if (!handle
          .createQuery("select pg_try_advisory_lock(:lock)")
          .bind("lock", LOCK)
          .mapTo(Boolean.class)
          .one()) {
        return;
      }
      try {
        write(connection, handle, column);
      } finally {
        connection.rollback();
        handle
            .createQuery("select pg_advisory_unlock(:lock)")
            .bind("lock", LOCK)
            .mapTo(Boolean.class)
            .one();
        connection.commit();
        connection.setAutoCommit(true);
      }
    } catch (SQLException | RuntimeException e) {
      LOG.error("[toit-commun] The history of the demonstration was not written to its end", e);
    }
  }

  private void write(Connection connection, Handle handle, DuckDBConnection column)
      throws SQLException {
    LocalDate today = LocalDate.now(clock);
    List<ObservatoryFile> files = engine.files();
    Set<LocalDate> stocks = days(files, FileKind.STOCK);
    Set<LocalDate> facts = days(files, FileKind.FACTS);
    if (stocks.size() > PastYears.MONTHS) {
      return;
    }
    long began = System.nanoTime();
    new PastYears(
            new SnapshotWriter(handle, column, engine.folder(), references.current(), today),
            column,
            today)
        .write(stocks, facts, (done, total) -> connection.commit());
    LOG.info(
        "[toit-commun] Ten years of monthly files written in {} s",
        (System.nanoTime() - began) / 1_000_000_000L);
  }

  private static Set<LocalDate> days(List<ObservatoryFile> files, FileKind kind) {
    return files.stream()
        .filter(file -> file.kind() == kind)
        .map(ObservatoryFile::day)
        .collect(Collectors.toSet());
  }
}
