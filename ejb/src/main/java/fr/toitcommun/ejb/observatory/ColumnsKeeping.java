package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.ColumnsFilling;
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
  @Resource private ManagedExecutorService executor;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private ObservatoryEngine engine;

  private ColumnsFilling filling;

  @PostConstruct
  void begin() {
    filling = new ColumnsFilling(engine::columns, this::facts);
    executor.execute(filling::begin);
  }

  /** Lets no one who asks wait for much to be brought over, and fills what has fallen behind. */
  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  void keep() {
    filling.keep();
  }

  /** Fills them from nothing: erased demands leave no trace, and facts begin with an open month. */
  @Schedule(hour = "4", minute = "20", persistent = false)
  void fillAnew() {
    filling.anew();
  }

  private LiveBase.Since facts() {
    LocalDate today = LocalDate.now(clock);
    int open = references.current().value("FLOWS_OPEN_MONTHS", today);
    // Leases of the year are counted on every agent's first page.
    return new LiveBase.Since(
        today.withDayOfMonth(1).minusMonths(open), today.withDayOfYear(1).minusMonths(open));
  }
}
