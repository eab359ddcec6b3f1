package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.registration.draft.DraftStore;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * Forgets, each night, drafts that nobody has gone on typing for as many days as the parameter
 * DRAFT_DAYS says (RGPD art. 5): they name people. Several servers may do it at once.
 */
@Singleton
@PermitAll
public class ForgottenDrafts {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;

  /** Forgets the drafts whose time has passed. */
  @Schedule(hour = "3", minute = "5", persistent = false)
  public void forget() {
    int days = references.current().value("DRAFT_DAYS", LocalDate.now(clock));
    new DraftStore(jdbi).forget(clock.instant().minus(Duration.ofDays(days)));
  }
}
