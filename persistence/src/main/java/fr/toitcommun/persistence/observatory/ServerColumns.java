package fr.toitcommun.persistence.observatory;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of a server and its columns of the live base, started when first needed. Where they do
 * not start, for want of a native library or with a folder that is another account's, the live base
 * itself is counted; what only monthly files tell is not answered without the engine.
 */
public final class ServerColumns implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerColumns.class);

  private final Jdbi base;
  private final Path folder;
  private final Started<ColumnEngine> engine;
  private final Started<LiveColumns> columns;

  /**
   * Nothing is started yet.
   *
   * @param base connections of their own ({@link LiveColumns})
   * @param folder where columns are kept
   */
  public ServerColumns(Jdbi base, Path folder) {
    this(base, folder, ColumnEngine::new, System::nanoTime);
  }

  ServerColumns(Jdbi base, Path folder, Supplier<ColumnEngine> engine, LongSupplier nanos) {
    this.base = base;
    this.folder = folder;
    this.engine = new Started<>(engine, nanos);
    this.columns = new Started<>(this::begun, nanos);
  }

  private LiveColumns begun() {
    try {
      return new LiveColumns(base, engine(), folder);
    } catch (RuntimeException | LinkageError e) {
      // Here, and so once a minute at most, not once for each page.
      LOG.error("[toit-commun] The observatory counts in the base: its columns did not start", e);
      throw e;
    }
  }

  /**
   * The engine.
   *
   * @throws IllegalStateException when it did not start
   */
  public ColumnEngine engine() {
    return engine.get();
  }

  /** The columns, filled or not; nothing: they did not start, and are tried again in a minute. */
  public Optional<LiveColumns> columns() {
    try {
      return Optional.of(columns.get());
    } catch (IllegalStateException e) {
      LOG.debug("[toit-commun] No columns", e);
      return Optional.empty();
    }
  }

  /**
   * The live base, no older than when it is first read, in the fastest way there is.
   *
   * @param otherwise the base
   */
  public LiveBase live(LiveBase otherwise) {
    return columns().map(there -> there.asOfNow(otherwise)).orElse(otherwise);
  }

  /** Ends what was started. */
  @Override
  public void close() {
    LiveColumns filled = columns.orNull();
    ColumnEngine started = engine.orNull();
    try {
      if (filled != null) {
        filled.close();
      }
    } finally {
      if (started != null) {
        started.close();
      }
    }
  }
}
