package fr.toitcommun.ejb.observatory.extract;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/**
 * Looks several times a minute, on each server, whether an extract waits for somebody: one that a
 * server was at when it stopped, one that a delivery of the night asked for.
 */
@Singleton
// Its timer would find no tables while the database is prepared.
@DependsOn("DatabasePreparation")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class ExtractWatch {
  @Inject private Preparation preparation;

  /** Looks. */
  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  public void look() {
    preparation.look();
  }
}
