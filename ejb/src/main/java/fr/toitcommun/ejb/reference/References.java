package fr.toitcommun.ejb.reference;

import fr.toitcommun.persistence.reference.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;

/** Keeps the reference data for a minute: they are read on every act and change seldom. */
@ApplicationScoped
public class References {
  private static final Duration AGE = Duration.ofMinutes(1);

  @Inject private Jdbi jdbi;

  /**
   * The next call reads them anew: somebody changed them. Other servers follow within the minute.
   */
  public void forget() {
    kept = null;
  }

  private record Kept(Reference reference, Instant since) {}

  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile Kept kept;

  /**
   * The reference data, little older than a minute at most: while one call reads them anew, others
   * take what is there.
   */
  public Reference current() {
    Kept now = kept;
    if (now == null) {
      synchronized (this) {
        if (kept == null) {
          kept = new Kept(Reference.load(jdbi), Instant.now());
        }
        return kept.reference();
      }
    }
    if (now.since().plus(AGE).isBefore(Instant.now()) && reading.compareAndSet(false, true)) {
      try {
        now = new Kept(Reference.load(jdbi), Instant.now());
        kept = now;
      } finally {
        reading.set(false);
      }
    }
    return now.reference();
  }
}
