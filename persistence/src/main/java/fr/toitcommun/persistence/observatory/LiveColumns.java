package fr.toitcommun.persistence.observatory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the live base counts once more, in columns and beside it: a nation's demands are counted in
 * some dozens of milliseconds, and who registers is not held up by who questions. Before something
 * is counted, what was changed since the last time is brought over ({@code observed_change}), so
 * that it tells nothing older than the base told as it was asked.
 *
 * <p>It is this server's own and filled anew each day, into a file of its own that replaces the one
 * before: what was erased from the base is then gone from it as well. As long as it is not filled,
 * and of facts from before those it has, the base itself is counted.
 */
public final class LiveColumns implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveColumns.class);
  private static final String FILES = "live-*.duckdb*";
  // So many are brought over in some seconds; more are no longer faster than all anew.
  private static final int MOST_CHANGES = 50_000;
  private static final long LONGEST_WAIT_MILLIS = 2_000;
  // An engine has each name once.
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Jdbi base;
  private final ColumnEngine engine;
  private final Path folder;
  // Filling takes minutes in a nation's file: the copy before is kept in step meanwhile.
  private final ReentrantLock filling = new ReentrantLock();
  private final ReentrantLock inStep = new ReentrantLock();
  // A copy is not taken away while someone counts in it.
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private volatile Copy copy;
  private volatile boolean behind;
  private volatile boolean closed;
  private volatile long begun;
  private long done;

  /**
   * None yet.
   *
   * @param base connections of its own: of a transaction that is under way it must see nothing, and
   *     whoever asks may hold one of the others
   * @param folder where columns are kept; what an ended server left there is deleted
   */
  public LiveColumns(Jdbi base, ColumnEngine engine, Path folder) {
    this.base = base;
    this.engine = engine;
    this.folder = folder;
    discard();
  }

  /**
   * What was brought over.
   *
   * @param catalog its name in the engine
   * @param facts the facts it has
   * @param seen the transactions of the base it has seen the end of ({@code pg_snapshot})
   */
  private record Copy(String catalog, LiveBase.Since facts, String seen) {}

  /** Whether it counts; otherwise it is to be filled. */
  public boolean isFilled() {
    return copy != null && !behind;
  }

  /**
   * Brings everything over; who asks meanwhile is told by the copy before, or by the base.
   *
   * @param facts those wanted
   * @return false: another is at it, or it is closed
   * @throws IllegalStateException when that fails; what was there stays
   */
  public boolean fill(LiveBase.Since facts) {
    if (!filling.tryLock()) {
      return false;
    }
    try {
      if (closed) {
        return false;
      }
      Copy before = copy;
      begin(filled("live_" + NUMBER.incrementAndGet(), facts));
      if (before != null) {
        takeAway(before.catalog());
      }
      return true;
    } finally {
      filling.unlock();
    }
  }

  private Copy filled(String catalog, LiveBase.Since facts) {
    try (DuckDBConnection columns = engine.connection()) {
      attach(columns, catalog);
      columns.setAutoCommit(false);
      String seen =
          atOneMoment(
              handle -> {
                new CopiedRows(columns, catalog, facts).fill(handle);
                return seenBy(handle);
              });
      columns.commit();
      return new Copy(catalog, facts, seen);
    } catch (SQLException | RuntimeException | Error e) {
      takeAway(catalog);
      throw new IllegalStateException("The columns of the live base were not filled", e);
    }
  }

  /** Puts a copy in the place of the one before, once it is in step. */
  private void begin(Copy filled) {
    inStep.lock();
    try {
      Copy now = broughtInStep(filled);
      behind = now == null;
      copy = now == null ? filled : now;
    } catch (SQLException | RuntimeException | Error e) {
      takeAway(filled.catalog());
      throw new IllegalStateException("The columns of the live base were not filled", e);
    } finally {
      inStep.unlock();
    }
  }

  private void takeAway(String catalog) {
    inUse.writeLock().lock();
    try (DuckDBConnection columns = engine.connection();
        Statement statement = columns.createStatement()) {
      statement.execute("detach database if exists " + catalog);
    } catch (SQLException e) {
      throw new IllegalStateException("A copy of the live base could not be taken away", e);
    } finally {
      inUse.writeLock().unlock();
    }
    delete(file(catalog));
  }

  /**
   * The live base, no older than when it is first read, counted here or, where this cannot, in
   * itself.
   *
   * @param otherwise the base
   */
  public LiveBase asOfNow(LiveBase otherwise) {
    return new LiveBase() {
      private Boolean brought;

      @Override
      public <T> T read(Since facts, Function<Tables, T> reading) {
        if (brought == null) {
          brought = bringInStep();
        }
        if (brought) {
          inUse.readLock().lock();
          try {
            Copy now = copy;
            if (isFilled() && now.facts().covers(facts)) {
              return reading.apply(new Tables(engine.jdbi(), now.catalog() + "."));
            }
          } finally {
            inUse.readLock().unlock();
          }
        }
        return otherwise.read(facts, reading);
      }
    };
  }

  /**
   * Brings over what was changed in the base.
   *
   * @return false: it cannot count now, as it is not filled, has fallen so far behind that it is to
   *     be filled anew, or could not be brought in step
   */
  public boolean bringInStep() {
    long begunBefore = begun;
    try {
      if (!isFilled() || !inStep.tryLock(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      // Who waited for one that began after the asking needs no other.
      if (isFilled() && done <= begunBefore) {
        begun++;
        Copy now = broughtInStep(copy);
        behind = now == null;
        copy = now == null ? copy : now;
        done = begun;
      }
      return isFilled();
    } catch (SQLException | RuntimeException e) {
      // Nothing of it was kept: whoever asks next tries again.
      LOG.error("[toit-commun] The columns of the live base were not brought in step", e);
      return false;
    } finally {
      inStep.unlock();
    }
  }

  /** The copy in step; null: so much was changed that all is to be brought over anew. */
  private Copy broughtInStep(Copy now) throws SQLException {
    return atOneMoment(
        handle -> {
          List<Long> changed = changed(handle, now.seen());
          if (changed.size() > MOST_CHANGES) {
            return null;
          }
          if (!changed.isEmpty()) {
            bringOver(handle, now, changed);
          }
          return new Copy(now.catalog(), now.facts(), seenBy(handle));
        });
  }

  private static List<Long> changed(Handle handle, String seen) {
    return handle
        .createQuery(
            "select distinct demand_id from observed_change where made_by >="
                + " pg_snapshot_xmin(cast(:seen as pg_snapshot)) and not"
                + " pg_visible_in_snapshot(made_by, cast(:seen as pg_snapshot)) limit "
                + (MOST_CHANGES + 1))
        .bind("seen", seen)
        .mapTo(Long.class)
        .list();
  }

  private void bringOver(Handle handle, Copy now, List<Long> changed) throws SQLException {
    // Some dozens of rows: starting processes to find them costs more than finding them.
    handle.execute("set local max_parallel_workers_per_gather = 0");
    try (DuckDBConnection columns = engine.connection()) {
      columns.setAutoCommit(false);
      new CopiedRows(columns, now.catalog(), now.facts()).replace(handle, changed);
      columns.commit();
    }
  }

  private <T> T atOneMoment(Reading<T> reading) throws SQLException {
    return base.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, reading::of);
  }

  private interface Reading<T> {
    T of(Handle handle) throws SQLException;
  }

  /**
   * Forgets changes that every server has brought over long ago, and those of another PostgreSQL
   * that this base was restored from, whose transactions have numbers yet to come here.
   */
  public void forgetOld() {
    base.useHandle(
        handle ->
            handle.execute(
                "delete from observed_change where made_at < now() - interval '2 days' or made_by"
                    + " >= pg_snapshot_xmax(pg_current_snapshot())"));
  }

  /** Takes its files away. */
  @Override
  public void close() {
    closed = true;
    Copy last = copy;
    copy = null;
    if (last != null) {
      takeAway(last.catalog());
    }
  }

  /** The transactions whose end is seen at this moment. */
  private static String seenBy(Handle handle) {
    return handle
        .createQuery("select cast(pg_current_snapshot() as text)")
        .mapTo(String.class)
        .one();
  }

  private void attach(DuckDBConnection columns, String catalog) throws SQLException {
    try (Statement statement = columns.createStatement()) {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      statement.execute(
          "attach '" + file(catalog).toString().replace("'", "''") + "' as " + catalog);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String catalog) {
    return folder.resolve(catalog.replace('_', '-') + ".duckdb").toAbsolutePath();
  }

  private void discard() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, FILES)) {
      left.forEach(LiveColumns::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(Path.of(file + ".wal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
