package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.allocation.reservation.LapsedDesignations;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
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
 * Dwellings for which a holder designated nobody in time fall back to their landlords (R.441-5). It
 * concerns dwellings and no demand, so it counts them and lists none: its work is done when the run
 * ends. Screens and acts go by the deadline itself and do not wait for it.
 */
@ApplicationScoped
public class DesignationsLapsed implements Job {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;

  @Override
  public String id() {
    return "DESIGNATIONS_LAPSED";
  }

  @Override
  public int order() {
    return 25;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    return LapsedDesignations.count(jdbi, day);
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
    return LapsedDesignations.lapse(jdbi, LocalDate.now(clock));
  }
}
