package fr.toitcommun.persistence.observatory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Handle;

/**
 * The tables of a copy of the live base in the engine, under the names by which they are counted in
 * the base itself ({@link LiveBase.Tables}).
 */
final class CopiedRows {
  private final DuckDBConnection columns;
  private final String catalog;
  private final LiveBase.Since facts;

  /**
   * Those of a copy.
   *
   * @param columns a transaction of the engine, the caller's to end
   * @param catalog the copy's name in the engine
   * @param facts the facts it has
   */
  CopiedRows(DuckDBConnection columns, String catalog, LiveBase.Since facts) {
    this.columns = columns;
    this.catalog = catalog;
    this.facts = facts;
  }

  /** Makes them, with what the base holds. */
  void fill(Handle base) throws SQLException {
    try (Statement statement = columns.createStatement()) {
      for (Rows rows : Rows.values()) {
        statement.execute(
            "create table %s.%s%s".formatted(catalog, rows.table, RawRows.byDemand(rows.source)));
        statement.execute(
            "create table %1$s.%2$s_count as select %3$s, cast(0 as bigint) as n from %1$s.%4$s limit 0"
                .formatted(catalog, rows.seen, String.join(", ", rows.counted), rows.table));
        if (rows.source.hasPlaces()) {
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
    for (Rows rows : Rows.values()) {
      RawRows.addByDemand(
          base, columns, catalog, rows.table, rows.source, rows.where.apply(facts), null, null);
    }
    try (Statement statement = columns.createStatement()) {
      for (Rows rows : Rows.values()) {
        statement.execute(
            "insert into %1$s.%2$s_count select %3$s, count(*) from %1$s.%4$s group by all"
                .formatted(catalog, rows.seen, String.join(", ", rows.counted), rows.table));
      }
    }
  }

  /**
   * Brings the rows of some demands over anew. What is counted is not counted anew: counters are
   * sums of few numbers, to which those of rows that come are added, and of rows that go as less
   * than none.
   */
  void replace(Handle base, List<Long> demands) throws SQLException {
    String those =
        demands.stream()
            .map(String::valueOf)
            .collect(Collectors.joining(",", "o.demand_id in (", ")"));
    for (Rows rows : Rows.values()) {
      try (RawRows.Counts counts =
          new RawRows.Counts(columns, catalog, rows.seen + "_count", rows.counted)) {
        takeOut(rows, those, counts);
        RawRows.addByDemand(
            base,
            columns,
            catalog,
            rows.table,
            rows.source,
            rows.where.apply(facts),
            demands,
            counts);
      }
    }
  }

  private void takeOut(Rows rows, String those, RawRows.Counts counts) throws SQLException {
    try (Statement statement = columns.createStatement();
        ResultSet gone =
            statement.executeQuery(
                "delete from %s.%s o where %s returning %s"
                    .formatted(catalog, rows.table, those, String.join(", ", rows.counted)))) {
      while (gone.next()) {
        counts.add(gone, -1);
      }
    }
  }

  /** The tables of the base, by the names under which they are counted there. */
  private enum Rows {
    ACTIVE(
        "active_row",
        "observed_active",
        List.of("departement_code", "epci", "desk_id", "partner_id", "transfer"),
        RawRows.Source.DEMANDS,
        since -> "o.active"),
    FACTS(
        "fact_row",
        "observed_fact",
        List.of("fact", "day", "departement_code", "epci", "desk_id", "actor"),
        RawRows.Source.FACTS,
        Rows::facts),
    OPEN(
        "open_row",
        "observed_open",
        List.of("departement_code", "desk_id", "partner_id", "actor"),
        RawRows.Source.OPEN_PROPOSALS,
        since -> "true");

    private final String table;
    private final String seen;
    private final List<String> counted;
    private final RawRows.Source source;
    private final Function<LiveBase.Since, String> where;

    Rows(
        String table,
        String seen,
        List<String> counted,
        RawRows.Source source,
        Function<LiveBase.Since, String> where) {
      this.table = table;
      this.seen = seen;
      this.counted = counted;
      this.source = source;
      this.where = where;
    }

    private static String facts(LiveBase.Since since) {
      return RawRows.COUNTED_FACTS
          + " and o.day >= case o.fact when '"
          + Fact.SATISFIED.event()
          + "' then date '"
          + since.leases()
          + "' else date '"
          + since.events()
          + "' end";
    }
  }
}
