package fr.toitcommun.ejb.dossier;

import fr.toitcommun.persistence.registration.dossier.ContentStore;
import fr.toitcommun.persistence.registration.dossier.ContentSweep;
import fr.toitcommun.persistence.registration.dossier.Quarantine;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the store in order: erases content that no document has, and has scanned what came while
 * the scanner was silent. Several servers may do it at once: each takes what no other holds.
 */
@Singleton
// Its timer would find no tables while the database is prepared.
@DependsOn("DatabasePreparation")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentUpkeep {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentUpkeep.class);
  private static final int AT_ONCE = 200;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private VirusScanner scanner;

  private final ContentStore store = ContentStore.configured();

  /** Erases content whose document was deleted or never came to be. */
  @Schedule(hour = "*", minute = "*/5", persistent = false)
  public void sweep() {
    int swept;
    do {
      swept = jdbi.inTransaction(this::sweepSome);
    } while (swept == AT_ONCE);
  }

  private int sweepSome(Handle handle) {
    List<UUID> due = ContentSweep.due(handle, clock.instant(), AT_ONCE);
    for (UUID key : due) {
      try {
        store.delete(key);
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
      ContentSweep.settle(handle, key);
    }
    return due.size();
  }

  /** Has scanned what waits for it, until the scanner is silent again. */
  @Schedule(hour = "*", minute = "*/2", persistent = false)
  public void rescan() {
    long after = 0;
    while (after >= 0) {
      long from = after;
      after = jdbi.inTransaction(handle -> rescanNext(handle, from));
    }
  }

  /** Gives the document scanned; -1 when there is none more to scan now. */
  private long rescanNext(Handle handle, long after) {
    List<Quarantine.Held> next = Quarantine.waiting(handle, after, 1);
    if (next.isEmpty()) {
      return -1;
    }
    Quarantine.Held held = next.get(0);
    try (InputStream content = store.open(held.key())) {
      return switch (scanner.scan(content)) {
        case CLEAN -> {
          Quarantine.release(handle, held.id());
          yield held.id();
        }
        case INFECTED -> {
          Quarantine.expel(handle, held, clock.instant(), LocalDate.now(clock));
          yield held.id();
        }
        // Of this one the scanner cannot say anything, of the others it may.
        case UNDECIDED -> held.id();
        // Nobody scans any more: what waits goes on waiting until somebody does.
        case UNAVAILABLE, NOT_CONFIGURED -> -1;
      };
    } catch (NoSuchFileException lost) {
      LOG.error("The content of document {} is not in the store", held.id());
      return held.id();
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }
}
