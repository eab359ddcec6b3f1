package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import fr.toitcommun.persistence.registration.erasure.Erasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Erases the names of demands a year after they left the file (décret n° 2017-917 of 9 May 2017,
 * art. 4). Its proof is a table of its own; the journal names nobody here, because the numbers are
 * erased as well.
 */
@ApplicationScoped
public class Erasures implements Job {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;

  @Override
  public String id() {
    return "ERASURE";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    return jdbi.withHandle(handle -> Erasure.count(handle, until(day)));
  }

  @Override
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return jdbi.withHandle(handle -> Erasure.due(handle, until(day), after, limit));
  }

  @Override
  public Outcome apply(LocalDate day, List<DueDemand> due) {
    List<Long> demands = due.stream().map(DueDemand::demandId).toList();
    return Outcome.unnamed(
        jdbi.withHandle(
            handle -> Erasure.erase(handle, demands, until(day), LocalDate.now(clock))));
  }

  /** The database forgets too. */
  @Override
  @Transactional(TxType.NOT_SUPPORTED)
  public int afterwards(Runnable alive) {
    jdbi.useHandle(handle -> Erasure.tidy(handle, alive));
    return 0;
  }

  private LocalDate until(LocalDate day) {
    return day.minusMonths(references.current().value("RETENTION_AFTER_CANCELLATION_MONTHS", day));
  }
}
