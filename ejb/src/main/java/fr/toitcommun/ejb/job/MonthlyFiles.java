package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.observatory.ObservatoryEngine;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import fr.toitcommun.persistence.observatory.FilesOwed;
import fr.toitcommun.persistence.observatory.SnapshotWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Jdbi;

/**
 * The anonymous files of the observatory: the demands as they stand on the first of each month and
 * the facts of the months before (domain.md §5.4). It concerns no demand by name, so it counts
 * files and lists none: its work is done when the run ends.
 */
@ApplicationScoped
public class MonthlyFiles implements Job {
  /** What it counts belongs to no département. */
  private static final String WHOLE_FILE = "-";

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private ObservatoryEngine engine;

  @Override
  public String id() {
    return "MONTHLY_FILES";
  }

  /** After the radiations of the night, before the erasure. */
  @Override
  public int order() {
    return 45;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    int owed = owed(day).count();
    return owed == 0 ? Map.of() : Map.of(WHOLE_FILE, (long) owed);
  }

  private FilesOwed owed(LocalDate day) {
    return FilesOwed.on(
        day, engine.files(), references.current().value("FLOWS_OPEN_MONTHS", day), clock.getZone());
  }

  @Override
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return List.of();
  }

  @Override
  public Outcome apply(LocalDate day, List<DueDemand> due) {
    return Outcome.unnamed(0);
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public int afterwards(Runnable alive) {
    LocalDate today = LocalDate.now(clock);
    FilesOwed owed = owed(today);
    jdbi.useHandle(
        handle -> {
          try (DuckDBConnection column = engine.engine().connection()) {
            SnapshotWriter writer =
                new SnapshotWriter(handle, column, engine.folder(), references.current(), today);
            for (LocalDate day : owed.stocks()) {
              writer.stock(day, today);
              alive.run();
            }
            for (LocalDate month : owed.facts()) {
              writer.facts(month);
              alive.run();
            }
          } catch (SQLException e) {
            throw new IllegalStateException("A file of the observatory was not written", e);
          }
        });
    return owed.count();
  }
}
