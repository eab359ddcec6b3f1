package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.reference.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What the live base counts once more, in columns and beside it: a nation's demands are counted in
 * some dozens of milliseconds, and who registers is not held up by who questions. Before an answer
 * is counted, what was changed since the last one is brought over ({@code observed_change}), so
 * that it tells what the base told as it was asked.
 *
 * <p>It is this server's own and filled anew each day, into a file of its own that replaces the one
 * before: what was erased from the base is then gone from it as well. As long as it is not filled,
 * and of facts from before those it has, the base itself is counted.
 *
 * <p>Whoever asks from within a transaction that has changed demands would have brought over what
 * may yet be undone: it is to be asked outside of any.
 */
public final class LiveColumns implements AutoCloseable {
  private static final String FILES = "live-*.duckdb*";
  // So many are brought over in some seconds; more are no longer faster than all anew.
  private static final int MOST_CHANGES = 50_000;

  private final Jdbi base;
  private final ColumnEngine engine;
  private final Path folder;
  // Filling takes minutes in a nation's file: the copy before is kept in step meanwhile.
  private final Lock filling = new ReentrantLock();
  private final Lock inStep = new ReentrantLock();
  // A copy is not taken away while someone counts in it.
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private int generation;
  private volatile Copy copy;
  private volatile boolean behind;
  private volatile long begun;

  /**
   * None yet.
   *
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
   * @param factsFrom the first day whose facts it has
   * @param horizon the transaction from which on some may not have been seen
   */
  private record Copy(String catalog, LocalDate factsFrom, String horizon) {}

  /** Whether it counts; otherwise it is to be filled. */
  public boolean isFilled() {
    return copy != null && !behind;
  }

  /**
   * Brings everything over; who asks meanwhile is told by the copy before, or by the base.
   *
   * @param from the first day whose facts are wanted
   * @throws IllegalStateException when that fails; what was there stays
   */
  public void fill(LocalDate from) {
    filling.lock();
    try {
      String before = copy == null ? null : copy.catalog();
      begin(filled("live_" + ++generation, from));
      if (before != null) {
        takeAway(before);
      }
    } finally {
      filling.unlock();
    }
  }

  private Copy filled(String catalog, LocalDate from) {
    try (DuckDBConnection columns = engine.connection()) {
      attach(columns, catalog);
      columns.setAutoCommit(false);
      make(columns, catalog);
      // Read first: what is changed while rows are read is brought over again.
      String oldest = base.withHandle(LiveColumns::oldestUnderWay);
      base.useTransaction(handle -> add(handle, columns, catalog, from, ""));
      columns.commit();
      return new Copy(catalog, from, oldest);
    } catch (SQLException | RuntimeException e) {
      takeAway(catalog);
      throw new IllegalStateException("The columns of the live base were not filled", e);
    }
  }

  private void begin(Copy filled) {
    inStep.lock();
    try {
      copy = filled;
      behind = false;
    } finally {
      inStep.unlock();
    }
    bringInStep();
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
   * Brings over what was changed in the base.
   *
   * @return false: it does not count, as it is not filled or has fallen so far behind that it is to
   *     be filled anew
   */
  public boolean bringInStep() {
    long begunBefore = begun;
    inStep.lock();
    try {
      // Who waited for one that began after the asking needs no other.
      if (isFilled() && begun == begunBefore) {
        begun++;
        behind = !base.withHandle(this::broughtInStep);
      }
    } catch (RuntimeException e) {
      behind = true;
      throw e;
    } finally {
      inStep.unlock();
    }
    return isFilled();
  }

  private boolean broughtInStep(Handle handle) {
    Copy now = copy;
    String oldest = oldestUnderWay(handle);
    List<Long> changed =
        handle
            .createQuery(
                "select distinct demand_id from observed_change where made_by >= cast(:since as"
                    + " xid8) limit "
                    + (MOST_CHANGES + 1))
            .bind("since", now.horizon())
            .mapTo(Long.class)
            .list();
    if (changed.size() > MOST_CHANGES) {
      return false;
    }
    if (!changed.isEmpty()) {
      bringOver(handle, now, changed);
    }
    copy = new Copy(now.catalog(), now.factsFrom(), oldest);
    return true;
  }

  private void bringOver(Handle handle, Copy now, List<Long> changed) {
    String those =
        changed.stream()
            .map(String::valueOf)
            .collect(Collectors.joining(",", "o.demand_id in (", ")"));
    try (DuckDBConnection columns = engine.connection()) {
      columns.setAutoCommit(false);
      try (Statement statement = columns.createStatement()) {
        for (Rows rows : Rows.values()) {
          statement.execute(
              "delete from " + now.catalog() + "." + rows.table + " o where " + those);
        }
      }
      add(handle, columns, now.catalog(), now.factsFrom(), " and " + those);
      columns.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("The columns of the live base are out of step", e);
    }
  }

  /**
   * What counts in it, of demands as of a day, and in the base what it does not have.
   *
   * @param today the day that is counted as of
   */
  public ObservedStore store(Reference reference, LocalDate today) {
    LiveStore slow = new LiveStore(base, reference, today);
    return tally -> {
      inUse.readLock().lock();
      try {
        Copy now = copy;
        if (!isFilled() || (tally.fact() != null && tally.from().isBefore(now.factsFrom()))) {
          return slow.count(tally);
        }
        return new LiveStore(engine.jdbi(), now.catalog() + ".", reference, today).count(tally);
      } finally {
        inUse.readLock().unlock();
      }
    };
  }

  /** Forgets changes that every server has brought over long ago. */
  public void forgetOld() {
    base.useHandle(
        handle ->
            handle.execute(
                "delete from observed_change where made_at < now() - interval '2 days'"));
  }

  /** Takes its files away. */
  @Override
  public void close() {
    copy = null;
    discard();
  }

  private static void add(
      Handle handle, DuckDBConnection columns, String catalog, LocalDate factsFrom, String those)
      throws SQLException {
    for (Rows rows : Rows.values()) {
      RawRows.addByDemand(
          handle,
          columns,
          catalog,
          rows.table,
          rows.kind,
          rows.where.apply("" + factsFrom) + those);
    }
  }

  /** The transaction from which on some may not be seen yet. */
  private static String oldestUnderWay(Handle handle) {
    return handle
        .createQuery("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
        .mapTo(String.class)
        .one();
  }

  private void attach(DuckDBConnection columns, String catalog) throws SQLException {
    try (Statement statement = columns.createStatement()) {
      Files.createDirectories(folder);
      statement.execute(
          "attach '" + file(catalog).toString().replace("'", "''") + "' as " + catalog);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(DuckDBConnection columns, String catalog) throws SQLException {
    try (Statement statement = columns.createStatement()) {
      for (Rows rows : Rows.values()) {
        statement.execute(
            "create table %s.%s%s".formatted(catalog, rows.table, RawRows.byDemand(rows.kind)));
        statement.execute(
            """
            create view %1$s.%3$s as select * replace (
              case when places = '' then [] else string_split(places, ',') end as places,
              case when epcis = '' then [] else string_split(epcis, ',') end as epcis) from %1$s.%2$s
            """
                .formatted(catalog, rows.table, rows.seen));
      }
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

  /** The two tables of the base, by the names under which they are counted there. */
  private enum Rows {
    ACTIVE("active_row", "observed_active", FileKind.STOCK, from -> "o.active"),
    FACTS(
        "fact_row",
        "observed_fact",
        FileKind.FACTS,
        from -> RawRows.COUNTED_FACTS + " and o.day >= date '" + from + "'");

    private final String table;
    private final String seen;
    private final FileKind kind;
    private final UnaryOperator<String> where;

    Rows(String table, String seen, FileKind kind, UnaryOperator<String> where) {
      this.table = table;
      this.seen = seen;
      this.kind = kind;
      this.where = where;
    }
  }
}
