package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.extract.Deliveries;
import fr.toitcommun.persistence.observatory.extract.ExtractRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Asks for the extracts that partners are to find in their folders, and deletes those whose time is
 * over (ADR 0023). Nobody opens an extract after its time, whether this has run or not.
 */
@ApplicationScoped
public class DeliveryRound implements JobAtEnd {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;

  @Override
  public String id() {
    return "DELIVERIES";
  }

  /** After all that changes what is extracted. */
  @Override
  public int order() {
    return 90;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    long due = new Deliveries(jdbi).countDue(day);
    return due == 0 ? Map.of() : Map.of(WHOLE_FILE, due);
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public int afterwards(Runnable alive) {
    LocalDate today = LocalDate.now(clock);
    new ExtractRows(jdbi).deleteExpired(clock.instant());
    return new Deliveries(jdbi)
        .askForDue(
            today,
            clock.instant(),
            ZonedDateTime.now(clock)
                .plusMonths(references.current().value("DELIVERY_KEPT_MONTHS", today))
                .toInstant());
  }
}
