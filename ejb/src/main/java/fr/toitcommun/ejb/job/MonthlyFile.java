package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.observatory.ObservatoryEngine;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.SnapshotWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.LocalDate;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Jdbi;

/**
 * One file of the observatory at a time, each in a transaction of its own: where the next one fails
 * its account still stands.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class MonthlyFile {
  @Inject private Jdbi jdbi;
  @Inject private References references;
  @Inject private ObservatoryEngine engine;

  /**
   * Writes the demands of a day.
   *
   * @throws IllegalStateException when it cannot be written
   */
  public void stock(LocalDate day, LocalDate today) {
    write(today, writer -> writer.stock(day, today));
  }

  /**
   * Writes the facts of a month.
   *
   * @param month its first day
   * @throws IllegalStateException when it cannot be written
   */
  public void facts(LocalDate month, LocalDate today) {
    write(today, writer -> writer.facts(month));
  }

  private interface Writing {
    void by(SnapshotWriter writer) throws SQLException;
  }

  private void write(LocalDate today, Writing writing) {
    jdbi.useHandle(
        handle -> {
          try (DuckDBConnection column = engine.engine().connection()) {
            writing.by(
                new SnapshotWriter(handle, column, engine.folder(), references.current(), today));
          } catch (SQLException e) {
            throw new IllegalStateException("A file of the observatory was not written", e);
          }
        });
  }
}
