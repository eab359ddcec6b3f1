package fr.toitcommun.ejb.dossier;

import fr.toitcommun.ejb.journal.Refusals;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.dossier.ContentBrokenOff;
import fr.toitcommun.persistence.registration.dossier.ContentStore;
import fr.toitcommun.persistence.registration.dossier.ContentSweep;
import fr.toitcommun.persistence.registration.dossier.ContentTooLong;
import fr.toitcommun.persistence.registration.dossier.Deposit;
import fr.toitcommun.persistence.registration.dossier.ReceivedContent;
import fr.toitcommun.persistence.registration.dossier.ScanState;
import fr.toitcommun.persistence.registration.dossier.StoredContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes a document in: asks the boundary whether it may come, lets its content flow into the store,
 * looks into it, has it scanned, and has the boundary keep it. No transaction is open while the
 * content flows, so that a slow line holds nothing. Whatever fails leaves nothing behind, and what
 * a crash leaves is swept.
 */
@ApplicationScoped
public class Deposits {
  /** How long content may be on its way in before it counts as left over. */
  private static final Duration ON_ITS_WAY = Duration.ofDays(1);

  @Inject private SupportingDocuments documents;
  @Inject private ContentInspection inspection;
  @Inject private VirusScanner scanner;
  @Inject private Refusals refusals;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;

  private final ContentStore store = ContentStore.configured();

  /**
   * Deposits a document.
   *
   * @param content read to its end; not closed
   * @return its identity
   * @throws fr.toitcommun.ejb.journal.NotInScope when there is no such demand for this caller
   * @throws RefusedInput naming what is wrong with what is said of it, or with its content ({@code
   *     file})
   */
  public long deposit(String uniqueNumber, Deposit deposit, InputStream content) {
    long most = documents.admit(uniqueNumber, deposit);
    UUID key = UUID.randomUUID();
    jdbi.useHandle(handle -> ContentSweep.claim(handle, key, clock.instant().plus(ON_ITS_WAY)));
    boolean kept = false;
    try {
      long id = documents.keep(uniqueNumber, deposit, received(key, uniqueNumber, content, most));
      kept = true;
      return id;
    } catch (ContentTooLong tooLong) {
      throw RefusedInput.at("file", "DOCUMENT_TOO_LARGE", documents.megabytes());
    } catch (ContentBrokenOff brokenOff) {
      throw RefusedInput.at("file", "DOCUMENT_INTERRUPTED");
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    } finally {
      if (!kept) {
        discard(key);
      }
    }
  }

  private ReceivedContent received(UUID key, String uniqueNumber, InputStream content, long most)
      throws IOException {
    StoredContent stored = store.write(key, content, most);
    if (stored.size() == 0) {
      throw RefusedInput.at("file", "DOCUMENT_EMPTY");
    }
    ContentInspection.Found found = inspection.look(stored.path());
    return new ReceivedContent(
        key,
        stored.sha256(),
        found.mediaType(),
        stored.size(),
        found.pages(),
        scanned(stored, uniqueNumber));
  }

  private ScanState scanned(StoredContent stored, String uniqueNumber) throws IOException {
    try (InputStream content = Files.newInputStream(stored.path())) {
      return switch (scanner.scan(content)) {
        case NOT_CONFIGURED -> ScanState.NOT_CONFIGURED;
        case CLEAN -> ScanState.CLEAN;
        case UNAVAILABLE, UNDECIDED -> ScanState.AWAITED;
        case INFECTED -> {
          refusals.record("Deposits.infected", uniqueNumber);
          throw RefusedInput.at("file", "DOCUMENT_INFECTED");
        }
      };
    }
  }

  /**
   * Erases what was received in vain. While its claim stands, no document has it: one that was kept
   * after all, though its answer was lost, keeps its content.
   */
  private void discard(UUID key) {
    jdbi.useTransaction(
        handle -> {
          if (ContentSweep.settle(handle, key)) {
            delete(key);
          }
        });
  }

  private void delete(UUID key) {
    try {
      store.delete(key);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }
}
