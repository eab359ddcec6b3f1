package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.quality.QualityCounter;
import fr.toitcommun.persistence.observatory.quality.QualityDays;
import fr.toitcommun.persistence.observatory.quality.QualityLooks;
import fr.toitcommun.persistence.observatory.quality.QualityRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The parts in which a night counts the quality of the file, each a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class QualityNight {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;

  /** Counts a département as it is, and forgets what was found on demands that left it. */
  public void count(String departement, LocalDate today) {
    jdbi.useHandle(
        handle -> {
          QualityLooks.forgetLeft(handle, departement);
          new QualityCounter(handle, QualityRules.on(references.current(), today))
              .keep(departement, today);
        });
  }

  /** Works out a département as it was at the end of a past day. */
  public void derive(String departement, LocalDate past) {
    // What is called late or long is the same for all months that are compared.
    QualityRules rules = QualityRules.on(references.current(), LocalDate.now(clock));
    jdbi.useHandle(handle -> new QualityCounter(handle, rules).derive(departement, past));
  }

  /** A day is counted to its end; days that need not be kept one by one any more are forgotten. */
  public void counted(LocalDate day, boolean derived) {
    jdbi.useHandle(
        handle -> {
          QualityDays days = new QualityDays(handle);
          days.counted(day, derived, clock.instant());
          LocalDate today = LocalDate.now(clock);
          days.prune(today.minusMonths(references.current().value("QUALITY_DAILY_MONTHS", today)));
        });
  }

  /** The ends of months that no night counted. */
  public List<LocalDate> uncounted(LocalDate today) {
    return jdbi.withHandle(handle -> new QualityDays(handle).uncounted(today));
  }
}
