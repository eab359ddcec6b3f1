package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.LiveBase;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this server's columns of the live base: filled beside the first minutes of use and once
 * more each night, in step with the base meanwhile.
 */
@Startup
@Singleton
@DependsOn("DatabasePreparation")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ColumnsKeeping {
  private static final Logger LOG = LoggerFactory.getLogger(ColumnsKeeping.class);
  private static final int LONGEST_PAUSE_MINUTES = 60;

  @Resource private ManagedExecutorService executor;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private ObservatoryEngine engine;

  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger pause = new AtomicInteger();

  @PostConstruct
  void begin() {
    executor.execute(this::fill);
  }

  /** Lets no one who asks wait for much to be brought over, and fills what has fallen behind. */
  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  void keep() {
    engine.columns().bringInStep();
    if (!engine.columns().isFilled() && pause.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
      fill();
    }
  }

  /** Fills them from nothing: erased demands leave no trace, and facts begin with an open month. */
  @Schedule(hour = "4", minute = "20", persistent = false)
  void fillAnew() {
    fill();
  }

  private void fill() {
    LocalDate today = LocalDate.now(clock);
    long began = System.nanoTime();
    try {
      int open = references.current().value("FLOWS_OPEN_MONTHS", today);
      engine.columns().forgetOld();
      // Leases of the year are counted on every agent's first page.
      boolean filled =
          engine
              .columns()
              .fill(
                  new LiveBase.Since(
                      today.withDayOfMonth(1).minusMonths(open),
                      today.withDayOfYear(1).minusMonths(open)));
      failures.set(0);
      if (filled) {
        LOG.info(
            "[toit-commun] The live base in columns after {} ms",
            (System.nanoTime() - began) / 1_000_000L);
      }
    } catch (RuntimeException e) {
      pause.set(Math.min(LONGEST_PAUSE_MINUTES, 1 << Math.min(6, failures.incrementAndGet())));
      LOG.error("[toit-commun] The observatory counts in the base: no columns were filled", e);
    }
  }
}
