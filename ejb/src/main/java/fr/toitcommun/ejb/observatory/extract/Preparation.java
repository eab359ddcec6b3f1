package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.installation.ThisServer;
import fr.toitcommun.persistence.observatory.extract.Deliveries;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.ExtractRow;
import fr.toitcommun.persistence.observatory.extract.ExtractWork;
import fr.toitcommun.persistence.partner.AgentProfile;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.dossier.ContentStore;
import fr.toitcommun.persistence.registration.dossier.ContentSweep;
import fr.toitcommun.persistence.registration.dossier.StoredContent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares what was asked for, in the background, few at once. Rows flow from the database into the
 * file, and reports one after the other; of neither more than a part is in memory. All rows of an
 * extract are of one moment. What fails half-way leaves nothing in the store (ADR 0014), what a
 * dead server began is begun anew.
 */
@ApplicationScoped
public class Preparation {
  private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

  /** On a machine of two cores, which has agents to serve. */
  private static final int AT_ONCE = 2;

  /** How long content may be on its way in before it counts as left over. */
  private static final Duration ON_ITS_WAY = Duration.ofDays(1);

  /** How long a server may say nothing before what it does counts as given up. */
  private static final Duration SILENCE = Duration.ofMinutes(3);

  @Resource private ManagedExecutorService executor;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private ExtractSources sources;

  private final ContentStore store = ContentStore.configured();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Set<Long> atWork = ConcurrentHashMap.newKeySet();

  @PostConstruct
  void clear() {
    try {
      ParquetFile.clear();
    } catch (IOException disk) {
      LOG.warn("[toit-commun] Rows of extracts that a server had left cannot be deleted", disk);
    }
  }

  void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) ExtractAsked asked) {
    executor.execute(this::workDown);
  }

  /** Takes up what waits, and what servers that are gone have left. */
  public void look() {
    Instant now = clock.instant();
    if (work().takeUp(ThisServer.NAME, atWork, now.minus(SILENCE), now)) {
      executor.execute(this::workDown);
    }
  }

  private void workDown() {
    if (!places.tryAcquire()) {
      // Who has the places takes the next when done.
      return;
    }
    try {
      Optional<ExtractRow> next = work().take(ThisServer.NAME, clock.instant());
      while (next.isPresent()) {
        prepareHere(next.get());
        next = work().take(ThisServer.NAME, clock.instant());
      }
    } finally {
      places.release();
    }
  }

  private void prepareHere(ExtractRow row) {
    atWork.add(row.id());
    try {
      prepare(row);
    } finally {
      atWork.remove(row.id());
    }
  }

  private void prepare(ExtractRow row) {
    UUID key = UUID.randomUUID();
    jdbi.useHandle(handle -> ContentSweep.claim(handle, key, clock.instant().plus(ON_ITS_WAY)));
    boolean kept = false;
    try {
      kept = write(row, key);
    } catch (Followed.Stopped stopped) {
      LOG.info("[toit-commun] Extract {} was called off", row.id());
    } catch (NoLongerAllowed refused) {
      end(row, "NO_LONGER_ALLOWED");
    } catch (RefusedInput refused) {
      end(row, "REFUSED");
    } catch (ReportZip.Failed one) {
      fail(row, "REPORT", one.territory(), one);
    } catch (IOException | UncheckedIOException disk) {
      fail(row, "DISK", null, disk);
      // An error as well, memory that ran out for one: who asked is to learn that nothing comes.
    } catch (Throwable fault) {
      fail(row, "FAULT", null, fault);
    } finally {
      if (!kept) {
        discard(key);
      }
    }
  }

  /** Its message may hold what stood in a row. */
  private void fail(ExtractRow row, String code, String part, Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    LOG.error(
        "[toit-commun] Extract {} failed: {} at {}",
        row.id(),
        root.getClass().getName(),
        root.getStackTrace().length == 0 ? "" : root.getStackTrace()[0]);
    Instant now = clock.instant();
    Duration pause =
        Duration.ofMinutes(
            references.current().value("EXTRACT_AGAIN_MINUTES", LocalDate.now(clock)));
    work().failedForNow(row.id(), ThisServer.NAME, code, part, now.plus(pause), now);
  }

  /** A delivery that cannot be made any more ends, or it would fail each night for ever. */
  private void end(ExtractRow row, String code) {
    work().failed(row.id(), ThisServer.NAME, code, null, clock.instant());
    if (row.deliveryId() != null) {
      LOG.info("[toit-commun] Delivery {} ends: {}", row.deliveryId(), code);
      new Deliveries(jdbi).remove(row.deliveryId());
    }
  }

  private boolean write(ExtractRow row, UUID key) throws IOException {
    Scope scope = scope(row);
    StringWriter dictionary = new StringWriter();
    StoredContent stored =
        row.content().kind() == ExtractKind.REPORTS
            ? collect(row, scope, key, dictionary)
            : jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> flow(handle, row, scope, key, dictionary));
    return jdbi.inTransaction(handle -> keep(handle, row, key, stored, dictionary.toString()));
  }

  private StoredContent flow(
      Handle handle, ExtractRow row, Scope scope, UUID key, StringWriter dictionary)
      throws IOException {
    ExtractBook book =
        sources.book(
            handle,
            row,
            scope,
            source -> new Followed(source, clock, (done, total) -> beat(row, done, total)));
    StoredContent stored = store.write(key, out -> ExtractFiles.write(book, row.format(), out));
    ExtractFiles.dictionary(book, dictionary);
    return stored;
  }

  /** Takes minutes, and no transaction lasts as long: what is counted once is kept instead. */
  private StoredContent collect(ExtractRow row, Scope scope, UUID key, StringWriter contents)
      throws IOException {
    ReportZip zip = sources.reports(row, scope, (done, total) -> beat(row, done, total));
    StoredContent stored = store.write(key, zip::write);
    zip.contents(contents);
    return stored;
  }

  private boolean beat(ExtractRow row, long done, long total) {
    return work().beat(row.id(), ThisServer.NAME, done, total, clock.instant());
  }

  private boolean keep(
      Handle handle, ExtractRow row, UUID key, StoredContent stored, String dictionary) {
    Instant now = clock.instant();
    boolean ready =
        ExtractWork.ready(
            handle,
            row.id(),
            ThisServer.NAME,
            key,
            stored.size(),
            dictionary,
            expiry(row.delivered(), now),
            now);
    if (ready && !ContentSweep.settle(handle, key)) {
      throw new IllegalStateException("The file was swept before it was kept");
    }
    return ready;
  }

  private Instant expiry(boolean delivered, Instant now) {
    LocalDate today = LocalDate.now(clock);
    if (delivered) {
      return now.atZone(clock.getZone())
          .plusMonths(references.current().value("DELIVERY_KEPT_MONTHS", today))
          .toInstant();
    }
    return now.plus(Duration.ofHours(references.current().value("EXTRACT_KEPT_HOURS", today)));
  }

  /** What a delivery was set up for may have ended meanwhile, and so may its agent's account. */
  private Scope scope(ExtractRow row) {
    AgentReader agents = new AgentReader(jdbi);
    AgentProfile agent = agents.find(row.login()).orElseThrow(NoLongerAllowed::new);
    if (!ExtractRights.still(row, agent)) {
      throw new NoLongerAllowed();
    }
    Scope scope = agents.scopeOf(row.partnerId()).orElseThrow(NoLongerAllowed::new);
    if (!ExtractRights.allow(row.content(), agent.rights(), scope)) {
      throw new NoLongerAllowed();
    }
    return scope;
  }

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

  private ExtractWork work() {
    return new ExtractWork(jdbi);
  }

  private static final class NoLongerAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
