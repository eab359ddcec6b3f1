package fr.toitcommun.ejb.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/**
 * Forgets idempotency keys that nobody will repeat any more, each night: what a calling system sent
 * is not kept longer than it serves (RGPD art. 5). Several servers may do it at once.
 */
@Singleton
@PermitAll
public class ForgottenKeys {
  /** How long a repeated call gets the first answer. */
  public static final Duration KEPT = Duration.ofDays(7);

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;

  /** Forgets the keys that served more than {@link #KEPT} ago. */
  @Schedule(hour = "3", persistent = false)
  public void forget() {
    IdempotentAnswers.forget(jdbi, clock.instant().minus(KEPT));
  }
}
