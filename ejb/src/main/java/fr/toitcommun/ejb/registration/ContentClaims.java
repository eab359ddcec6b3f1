package fr.toitcommun.ejb.registration;

import fr.toitcommun.persistence.registration.dossier.ContentSweep;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Claims content before it is written, in a transaction of its own: if the act that writes it
 * fails, the claim stays and the content is swept.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ContentClaims {
  private static final Duration LEFT_OVER_AFTER = Duration.ofDays(1);

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;

  /** A key that is claimed. */
  public UUID next() {
    UUID key = UUID.randomUUID();
    jdbi.useHandle(
        handle -> ContentSweep.claim(handle, key, clock.instant().plus(LEFT_OVER_AFTER)));
    return key;
  }
}
