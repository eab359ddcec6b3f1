package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.stock.StockImports;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * Forgets, each night, imports of stock that were checked and never written for as many days as the
 * parameter STOCK_IMPORT_DAYS says, and the lines of those written longer ago than
 * STOCK_IMPORT_LINES_DAYS. Several servers may do it at once.
 */
@Singleton
@PermitAll
public class ForgottenImports {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;

  /** Forgets the imports whose time has passed. */
  @Schedule(hour = "3", minute = "10", persistent = false)
  public void forget() {
    LocalDate today = LocalDate.now(clock);
    int checked = references.current().value("STOCK_IMPORT_DAYS", today);
    int applied = references.current().value("STOCK_IMPORT_LINES_DAYS", today);
    new StockImports(jdbi)
        .forget(
            clock.instant().minus(Duration.ofDays(checked)),
            clock.instant().minus(Duration.ofDays(applied)));
  }
}
