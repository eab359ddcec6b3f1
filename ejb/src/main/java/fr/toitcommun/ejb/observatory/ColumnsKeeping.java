package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.LiveColumns;
import fr.toitcommun.persistence.observatory.ObservedStore;
import fr.toitcommun.persistence.reference.Reference;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this server's columns of the live base: filled beside the first minutes of use and once
 * more each night, in step with the base meanwhile. Stands outside of any transaction, so that
 * nothing is brought over that may yet be undone.
 */
@Startup
@Singleton
@DependsOn("DatabasePreparation")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ColumnsKeeping {
  private static final Logger LOG = LoggerFactory.getLogger(ColumnsKeeping.class);

  @Resource private ManagedExecutorService executor;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private ObservatoryEngine engine;

  @PostConstruct
  void begin() {
    executor.execute(this::fill);
  }

  /** What counts the live base as it is now; nothing else of the caller's transaction is seen. */
  public ObservedStore store(Reference reference, LocalDate today) {
    LiveColumns columns = engine.columns();
    bringInStep(columns);
    return columns.store(reference, today);
  }

  /** Lets no one who asks wait for much to be brought over, and fills what has fallen behind. */
  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  void keep() {
    LiveColumns columns = engine.columns();
    bringInStep(columns);
    if (!columns.isFilled()) {
      fill();
    }
  }

  /** Fills them from nothing: erased demands leave no trace, and facts begin with an open month. */
  @Schedule(hour = "4", minute = "20", persistent = false)
  void fillAnew() {
    engine.columns().forgetOld();
    fill();
  }

  private void bringInStep(LiveColumns columns) {
    try {
      columns.bringInStep();
    } catch (IllegalStateException e) {
      LOG.error("[toit-commun] The observatory counts in the base until its columns are filled", e);
    }
  }

  private void fill() {
    LocalDate today = LocalDate.now(clock);
    int open = references.current().value("FLOWS_OPEN_MONTHS", today);
    long began = System.nanoTime();
    try {
      engine.columns().fill(today.withDayOfMonth(1).minusMonths(open));
      LOG.info(
          "[toit-commun] The live base in columns after {} ms",
          (System.nanoTime() - began) / 1_000_000L);
    } catch (RuntimeException e) {
      LOG.error("[toit-commun] The observatory counts in the base: no columns were filled", e);
    }
  }
}
