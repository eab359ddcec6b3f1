package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.allocation.reservation.LapsedDesignations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Dwellings for which a holder designated nobody in time fall back to their landlords (R.441-5).
 * Screens and acts go by the deadline itself and do not wait for it.
 */
@ApplicationScoped
public class DesignationsLapsed implements JobAtEnd {
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
  @Transactional(TxType.REQUIRES_NEW)
  public int afterwards(Runnable alive) {
    return LapsedDesignations.lapse(jdbi, LocalDate.now(clock));
  }
}
