package fr.toitcommun.ejb.reference;

import fr.toitcommun.persistence.reference.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the reference data for a minute: they are read on every act and change only by migration.
 */
@ApplicationScoped
public class References {
  private static final Duration AGE = Duration.ofMinutes(1);

  @Inject private Jdbi jdbi;

  private record Kept(Reference reference, Instant since) {}

  private volatile Kept kept;

  /** The reference data, at most a minute old. */
  public Reference current() {
    Kept now = kept;
    if (now == null || now.since().plus(AGE).isBefore(Instant.now())) {
      now = new Kept(Reference.load(jdbi), Instant.now());
      kept = now;
    }
    return now.reference();
  }
}
