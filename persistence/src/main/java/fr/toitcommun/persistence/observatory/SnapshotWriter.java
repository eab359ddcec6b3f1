package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.reference.Reference;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Handle;

/**
 * Writes the anonymous files: no name, no number, no date of birth, no address; rows lie in an
 * order drawn by lot, so that a demand cannot be followed from one file to the next (domain.md
 * §5.4).
 */
public final class SnapshotWriter {
  private static final String NAMES =
      Arrays.stream(Fact.values())
          .map(fact -> "when '" + fact.event() + "' then '" + fact + "'")
          .collect(Collectors.joining(" ", "case o.fact ", " end"));

  // The day of a deposit would lead from one file to the next: its month is kept, as of its middle.
  private static final String MIDDLE =
      "cast(date_trunc('month', o.deposit_on) + interval '14 day' as date)";

  private final Handle handle;
  private final DuckDBConnection engine;
  private final ObservatoryFiles files;
  private final Reference reference;
  private final LocalDate asOf;
  private final long crossedFrom;

  /**
   * Writes what this database holds to these files.
   *
   * @param engine a connection of the caller's own, which rows pass through
   * @param asOf the day whose income ceilings are compared with where those of the day told of are
   *     not known
   */
  public SnapshotWriter(
      Handle handle,
      DuckDBConnection engine,
      ObservatoryFiles files,
      Reference reference,
      LocalDate asOf) {
    this(handle, engine, files, reference, asOf, CrossCounts.FEWEST_ROWS);
  }

  /**
   * The same.
   *
   * @param crossedFrom rows from which on a stock is counted by every two axes as well
   */
  SnapshotWriter(
      Handle handle,
      DuckDBConnection engine,
      ObservatoryFiles files,
      Reference reference,
      LocalDate asOf,
      long crossedFrom) {
    this.crossedFrom = crossedFrom;
    this.handle = handle;
    this.engine = engine;
    this.files = files;
    this.reference = reference;
    this.asOf = asOf;
  }

  /**
   * The demands of a day: as they stand when it is today, else as far as their dates still tell.
   *
   * @return how many
   */
  public long stock(LocalDate day, LocalDate today) throws SQLException {
    boolean taken = day.equals(today);
    RawRows.copy(
        handle,
        engine,
        "raw_stock",
        RawRows.Source.DEMANDS,
        taken
            ? "o.active"
            : "o.deposit_on <= date '%1$s' and (o.active or o.left_on > date '%1$s')"
                .formatted(day));
    return stock(day, "raw_stock", taken ? FileOrigin.TAKEN : FileOrigin.REBUILT);
  }

  /**
   * The facts of a month, as far as they are known.
   *
   * @param month its first day
   * @return how many
   */
  public long facts(LocalDate month) throws SQLException {
    copyFacts("raw_facts", month, month.plusMonths(1).minusDays(1));
    return facts(month, "raw_facts", FileOrigin.TAKEN);
  }

  /** Brings every demand that is still known into a table of the engine, those that left too. */
  public void copyDemands(String table) throws SQLException {
    RawRows.copy(handle, engine, table, RawRows.Source.DEMANDS, "true");
  }

  /** Brings the facts of some days into a table of the engine. */
  public void copyFacts(String table, LocalDate from, LocalDate to) throws SQLException {
    RawRows.copy(
        handle,
        engine,
        table,
        RawRows.Source.FACTS,
        RawRows.COUNTED_FACTS + " and o.day between date '" + from + "' and date '" + to + "'");
  }

  /**
   * The stock of a day, from rows that the engine has.
   *
   * @param rows a table or a statement in brackets, with the columns of the live base
   * @return how many
   */
  public long stock(LocalDate day, String rows, FileOrigin origin) throws SQLException {
    String on = "date '" + day + "'";
    return write(
        FileKind.STOCK,
        day,
        origin,
        anonymous(on, day, false) + ", " + on + " as taken_on from " + rows + " o");
  }

  /**
   * The facts of a month, from rows that the engine has.
   *
   * @param month its first day
   * @param rows a table or a statement in brackets, with the columns of the live base
   * @return how many
   */
  public long facts(LocalDate month, String rows, FileOrigin origin) throws SQLException {
    return write(
        FileKind.FACTS,
        month,
        origin,
        anonymous("o.day", month.plusMonths(1).minusDays(1), true)
            + ", "
            + NAMES
            + " as fact, o.day, date '"
            + month
            + "' as month from "
            + rows
            + " o where o.day between date '"
            + month
            + "' and date '"
            + month.plusMonths(1).minusDays(1)
            + "'");
  }

  private String anonymous(String on, LocalDate day, boolean facts) {
    CeilingSql ceilings = new CeilingSql(reference, day, asOf);
    String axes =
        Axis.kept().stream()
            .map(
                axis ->
                    "cast("
                        + (axis.isOfFactsOnly() && !facts ? "null" : axis.live(on, ceilings))
                        + " as varchar) as "
                        + axis.column())
            .collect(Collectors.joining(", "));
    return "select "
        + axes
        + ", cast(greatest(0, "
        + on
        + " - "
        + MIDDLE
        + ") as int) as days, cast("
        + LiveStore.monthsWaited(on)
        + " as smallint) as months, "
        + split("places")
        + ", "
        + split("epcis")
        + ", random() as lot";
  }

  private static String split(String column) {
    return "case when o.%1$s = '' then [] else string_split(o.%1$s, ',') end as %1$s"
        .formatted(column);
  }

  /** Rows that are asked for together lie together, so that the others are not read. */
  private long write(FileKind kind, LocalDate day, FileOrigin origin, String rows)
      throws SQLException {
    long count =
        keep(
            kind,
            day,
            origin,
            "select * exclude (lot) from ("
                + rows
                + ") order by "
                + (kind == FileKind.FACTS ? "fact, " : "")
                + "departement, epci, municipality, lot");
    if (kind == FileKind.STOCK && count >= crossedFrom) {
      try (Statement statement = engine.createStatement()) {
        for (String one : CrossCounts.statements(read(files.path(kind, day)))) {
          statement.execute(one);
        }
        keep(FileKind.CROSSED, day, origin, "select * from crossed order by first, second, a, b");
        statement.execute("drop table crossed");
      }
    }
    return count;
  }

  private long keep(FileKind kind, LocalDate day, FileOrigin origin, String rows)
      throws SQLException {
    Path draft = files.draft(kind, day);
    try (Statement statement = engine.createStatement()) {
      statement.execute(
          "copy ("
              + rows
              + ") to '"
              + draft.toAbsolutePath().toString().replace("'", "''")
              + "' (format parquet, compression zstd)");
      try (ResultSet counted = statement.executeQuery("select count(*) from " + read(draft))) {
        counted.next();
        files.keep(handle, draft, kind, day, counted.getLong(1), origin);
        return counted.getLong(1);
      }
    } finally {
      files.discard(draft);
    }
  }

  private static String read(Path file) {
    return "read_parquet('" + file.toAbsolutePath().toString().replace("'", "''") + "')";
  }
}
