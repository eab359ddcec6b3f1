package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Rows of single demands, or of what happened to them, with the values of some axes and nothing
 * that leads to a demand: no number, no identity, no day, and in an order drawn by lot. They flow:
 * none is kept.
 *
 * <p>Municipalities are those of today, whatever they were called when a row was written, as on the
 * screens ({@link Observed}).
 *
 * <p>A row is handed over as the values of the axes, the months waited, and of what happened the
 * fact and its month as {@code 2026-09}.
 */
public final class AnonymousRows {
  private static final int FETCH = 1_000;

  private final List<Axis> axes;
  private final Map<Axis, Set<String>> filters;
  private final Scope scope;
  private final MunicipalityMergers mergers;
  private final LocalDate today;

  /**
   * Rows with these values.
   *
   * @param axes in order
   * @param filters any of these values of each axis, plain words ({@link Tally})
   * @param scope of whom they are
   * @param mergers what brings the codes of any day to those of today
   */
  public AnonymousRows(
      List<Axis> axes,
      Map<Axis, Set<String>> filters,
      Scope scope,
      MunicipalityMergers mergers,
      LocalDate today) {
    this.axes = List.copyOf(axes);
    this.filters = TodaysPlaces.withFormer(filters, mergers, today);
    this.scope = scope;
    this.mergers = mergers;
    this.today = today;
    if (!filters.values().stream().flatMap(Set::stream).allMatch(AnonymousRows::isCode)) {
      throw new IllegalArgumentException("A code is a plain word");
    }
  }

  /** Whether this may be a code: a plain word. */
  public static boolean isCode(String word) {
    return word != null && word.matches(Tally.WORD);
  }

  /** Rows to be read, once or several times. */
  public interface Flow {
    /** How many there are. */
    long count();

    /** Hands over each; the array is used again. */
    void forEach(Consumer<Object[]> rows);
  }

  /** The demands that stand now. */
  public Flow live(Handle handle, Reference reference) {
    CeilingSql ceilings = new CeilingSql(reference, today, today);
    String on = "date '" + today + "'";
    Statement statement =
        new Statement(
            axis -> axis.live(on, ceilings),
            LiveStore.monthsWaited(on),
            "",
            "observed_active o join demand d on d.id = o.demand_id");
    return inBase(handle, statement, "true");
  }

  /** What happened between two days, both included, as the live base tells it. */
  public Flow liveFacts(Handle handle, Reference reference, LocalDate from, LocalDate to) {
    CeilingSql ceilings = new CeilingSql(reference, to, to);
    String names =
        java.util.Arrays.stream(Fact.values())
            .map(fact -> "when '" + fact.event() + "' then '" + fact.name() + "'")
            .collect(Collectors.joining(" ", "case o.fact ", " end"));
    Statement statement =
        new Statement(
            axis -> axis.live("o.day", ceilings),
            LiveStore.monthsWaited("o.day"),
            ", " + names + ", to_char(o.day, 'YYYY-MM')",
            "observed_fact o join demand d on d.id = o.demand_id");
    return inBase(
        handle,
        statement,
        names + " is not null and o.day between date '" + from + "' and date '" + to + "'");
  }

  private Flow inBase(Handle handle, Statement statement, String where) {
    Scope.Condition seen = scope.on("d");
    String rows =
        statement.from + " where " + where + " and " + seen.sql() + filtered(statement.value);
    return new Flow() {
      @Override
      public long count() {
        return query("select count(*) from " + rows).mapTo(Long.class).one();
      }

      @Override
      public void forEach(Consumer<Object[]> consumer) {
        read(
            query("select " + statement.columns(axes) + " from " + rows + " order by random()")
                .setFetchSize(FETCH),
            width(statement),
            consumer);
      }

      private Query query(String sql) {
        return handle.createQuery(sql.replace("::", "\\:\\:")).bindMap(seen.binds());
      }
    };
  }

  /** The demands of a snapshot. */
  public Flow snapshot(Jdbi engine, Path file) {
    return inFiles(engine, List.of(file), "", "true");
  }

  /** What happened between two days, both included, as the files of these months tell it. */
  public Flow frozenFacts(Jdbi engine, List<Path> files, LocalDate from, LocalDate to) {
    return inFiles(
        engine,
        files,
        ", o.fact, strftime(o.month, '%Y-%m')",
        "o.day between date '" + from + "' and date '" + to + "'");
  }

  private Flow inFiles(Jdbi engine, List<Path> files, String further, String where) {
    String read =
        files.stream()
            .map(file -> "'" + file.toAbsolutePath().toString().replace("'", "''") + "'")
            .collect(Collectors.joining(",", "read_parquet([", "]) o"));
    Statement statement = new Statement(axis -> "o." + axis.column(), "o.months", further, read);
    String rows =
        read
            + " where "
            + where
            + " and "
            + RowScope.onFiles(scope, mergers, today)
            + filtered(statement.value);
    return new Flow() {
      @Override
      public long count() {
        return engine.withHandle(
            handle -> handle.createQuery("select count(*) from " + rows).mapTo(Long.class).one());
      }

      @Override
      public void forEach(Consumer<Object[]> consumer) {
        engine.useHandle(
            handle ->
                read(
                    handle.createQuery(
                        "select "
                            + statement.columns(axes)
                            + " from "
                            + rows
                            + " order by random()"),
                    width(statement),
                    consumer));
      }
    };
  }

  private int width(Statement statement) {
    return axes.size() + (statement.further.isEmpty() ? 1 : 3);
  }

  private void read(Query query, int width, Consumer<Object[]> consumer) {
    Object[] row = new Object[width];
    int months = axes.size();
    query
        .map(
            (rows, context) -> {
              for (int i = 0; i < width; i++) {
                row[i] =
                    i == months ? (Object) rows.getInt(i + 1) : ofToday(i, rows.getString(i + 1));
              }
              return row;
            })
        .useIterator(all -> all.forEachRemaining(consumer));
  }

  private String ofToday(int column, String value) {
    boolean municipality =
        value != null && column < axes.size() && TodaysPlaces.isMunicipality(axes.get(column));
    return municipality ? mergers.codeOn(value, today) : value;
  }

  private String filtered(Function<Axis, String> value) {
    return filters.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(filter -> " and " + condition(value.apply(filter.getKey()), filter.getValue()))
        .collect(Collectors.joining());
  }

  private static String condition(String value, Set<String> codes) {
    Set<String> stated = new TreeSet<>(codes);
    List<String> any = new ArrayList<>();
    if (stated.remove(Axis.UNKNOWN)) {
      any.add("(" + value + ") is null");
    }
    if (!stated.isEmpty()) {
      any.add(
          "cast("
              + value
              + " as varchar) in "
              + stated.stream()
                  .map(code -> "'" + code + "'")
                  .collect(Collectors.joining(",", "(", ")")));
    }
    return any.isEmpty() ? "false" : "(" + String.join(" or ", any) + ")";
  }

  /** How rows are read where they lie. */
  private record Statement(
      Function<Axis, String> value, String months, String further, String from) {
    String columns(List<Axis> axes) {
      return axes.stream()
              .map(axis -> "cast(" + value.apply(axis) + " as varchar), ")
              .collect(Collectors.joining())
          + months
          + further;
    }
  }
}
