package fr.toitcommun.persistence.observatory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Handle;

/** Brings rows of the live base into the engine as they are. */
final class RawRows {
  /** Which facts are counted, as a condition on {@code observed_fact o}. */
  static final String COUNTED_FACTS =
      Arrays.stream(Fact.values())
          .map(fact -> "'" + fact.event() + "'")
          .collect(Collectors.joining(",", "o.fact in (", ")"));

  private static final int FETCH = 5000;
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("demand_id", "bigint"),
          Map.entry("desk_id", "int"),
          Map.entry("partner_id", "int"),
          Map.entry("household_size", "int"),
          Map.entry("household_category", "int"),
          Map.entry("annual_income", "int"),
          Map.entry("monthly_income", "int"),
          Map.entry("actor", "int"),
          Map.entry("deposit_on", "date"),
          Map.entry("birth_date", "date"),
          Map.entry("left_on", "date"),
          Map.entry("day", "date"),
          Map.entry("active", "boolean"),
          Map.entry("transfer", "boolean"),
          Map.entry("renewed", "boolean"),
          Map.entry("over_delay", "boolean"),
          Map.entry("adapted", "boolean"),
          Map.entry("complete", "boolean"),
          Map.entry("online", "boolean"));
  private static final List<String> COMMON =
      List.of(
          "departement_code",
          "desk_id",
          "partner_id",
          "deposit_on",
          "birth_date",
          "household_size",
          "household_category",
          "annual_income",
          "monthly_income",
          "place",
          "epci",
          "zone",
          "places",
          "epcis",
          "lives_in",
          "provenance",
          "composition",
          "employment",
          "nationality",
          "family_situation",
          "tenure",
          "motive",
          "sought_category",
          "dwelling_type",
          "label",
          "quota",
          "transfer",
          "renewed",
          "over_delay",
          "adapted",
          "complete",
          "online");

  private RawRows() {}

  /** What is brought over: rows of a view or table of the base, as {@code o}. */
  enum Source {
    DEMANDS("observed_demand", COMMON, List.of("active", "left_on")),
    FACTS("observed_fact", COMMON, List.of("fact", "day", "detail", "actor")),
    OPEN_PROPOSALS(
        "observed_open", List.of(), List.of("departement_code", "desk_id", "partner_id", "actor"));

    private final String view;
    private final List<String> columns;

    Source(String view, List<String> common, List<String> own) {
      this.view = view;
      this.columns = Stream.concat(common.stream(), own.stream()).toList();
    }

    /** Whether its rows tell all the places that are wished. */
    boolean hasPlaces() {
      return columns.contains("places");
    }
  }

  /**
   * Copies rows, to be made anonymous there, into a table that goes with its connection.
   *
   * @param where which, of {@code o}
   * @return how many
   */
  static long copy(Handle live, DuckDBConnection engine, String table, Source source, String where)
      throws SQLException {
    try (Statement create = engine.createStatement()) {
      create.execute("create or replace temp table " + table + definition(source.columns));
    }
    return append(live, engine, "temp", table, source, source.columns, where, null, null);
  }

  /** The columns of a table of such rows that are to be found again by their demand, as SQL. */
  static String byDemand(Source source) {
    return definition(withDemand(source));
  }

  /**
   * Adds rows, each with the number of its demand, to a table of the engine.
   *
   * @param catalog the database of the engine that has the table
   * @param demands those of these demands alone; null: all
   * @param counts where each is counted as it comes; null: they are counted afterwards
   */
  static void addByDemand(
      Handle live,
      DuckDBConnection engine,
      String catalog,
      String table,
      Source source,
      String where,
      List<Long> demands,
      Counts counts)
      throws SQLException {
    append(live, engine, catalog, table, source, withDemand(source), where, demands, counts);
  }

  /** A table of the engine that tells how many rows have the same values in some columns. */
  static final class Counts implements AutoCloseable {
    private final DuckDBAppender append;
    private final List<String> columns;

    /**
     * Adds to such a table.
     *
     * @param columns those it has, before the number
     */
    Counts(DuckDBConnection engine, String catalog, String table, List<String> columns)
        throws SQLException {
      this.append = engine.createAppender(catalog, "main", table);
      this.columns = columns;
    }

    /** Counts a row that has come, 1, or has gone, -1. */
    void add(ResultSet row, long number) throws SQLException {
      append.beginRow();
      for (String column : columns) {
        RawRows.append(append, row, row.findColumn(column), type(column));
      }
      append.append(number);
      append.endRow();
    }

    @Override
    public void close() throws SQLException {
      append.close();
    }
  }

  private static List<String> withDemand(Source source) {
    return Stream.concat(source.columns.stream(), Stream.of("demand_id")).toList();
  }

  private static String definition(List<String> columns) {
    return columns.stream()
        .map(column -> column + " " + type(column))
        .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String type(String column) {
    return TYPES.getOrDefault(column, "varchar");
  }

  private static long append(
      Handle live,
      DuckDBConnection engine,
      String catalog,
      String table,
      Source source,
      List<String> columns,
      String where,
      List<Long> demands,
      Counts counts)
      throws SQLException {
    String read =
        columns.stream()
                .map(
                    column ->
                        column.equals("places") || column.equals("epcis")
                            ? "array_to_string(o." + column + ", ',')"
                            : "o." + column)
                .collect(
                    Collectors.joining(
                        ", ", "select ", " from " + source.view + " o where " + where))
            + (demands == null ? "" : " and o.demand_id = any(?)");
    long count = 0;
    Connection base = live.getConnection();
    try (PreparedStatement statement = base.prepareStatement(read);
        DuckDBAppender append = engine.createAppender(catalog, "main", table)) {
      statement.setFetchSize(FETCH);
      if (demands != null) {
        statement.setArray(1, base.createArrayOf("bigint", demands.toArray()));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          append.beginRow();
          for (int i = 1; i <= columns.size(); i++) {
            append(append, row, i, type(columns.get(i - 1)));
          }
          append.endRow();
          if (counts != null) {
            counts.add(row, 1);
          }
          count++;
        }
      }
    }
    return count;
  }

  private static void append(DuckDBAppender append, ResultSet row, int i, String type)
      throws SQLException {
    switch (type) {
      case "int" -> {
        int value = row.getInt(i);
        append.append(row.wasNull() ? null : Integer.valueOf(value));
      }
      case "bigint" -> append.append(row.getLong(i));
      case "boolean" -> append.append(row.getBoolean(i));
      case "date" -> append.append(row.getObject(i, LocalDate.class));
      default -> append.append(row.getString(i));
    }
  }
}
