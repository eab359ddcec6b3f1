package fr.toitcommun.persistence.observatory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a stock comes to by any two of its axes, counted once when it is written, so that ten years
 * of a whole nation need not be counted row by row each time someone asks. A pair that tells too
 * many values apart is not among them: its rows are counted.
 *
 * <p>A row of such a file is a pair of axes, a value of each, the number of demands and the days
 * they have waited. The months waited stand as an axis of their own, for medians.
 */
final class CrossCounts {
  /** Stocks of fewer rows are counted as fast row by row. */
  static final long FEWEST_ROWS = 500_000;

  private static final int MOST_VALUES = 5_000;
  private static final String MONTHS = "MONTHS";
  private static final String NONE = "";
  // Of places and desks there are so many that a pair with them is as long as the rows.
  private static final Set<Axis> LEFT_OUT = EnumSet.of(Axis.RESIDENCE, Axis.DESK);

  private CrossCounts() {}

  /** Two axes, in the order in which the file keeps them; either may be none. */
  record Pair(String first, String second) {
    static Pair of(List<String> axes) {
      List<String> two =
          Stream.concat(axes.stream(), Stream.of(NONE, NONE))
              .limit(2)
              .sorted(Comparator.reverseOrder())
              .toList();
      return new Pair(two.get(0), two.get(1));
    }

    private String column(String axis) {
      return axis.equals(first) ? "o.a" : "o.b";
    }

    private boolean has(Axis axis) {
      return axis.name().equals(first) || axis.name().equals(second);
    }

    /** What rows of a file are of this pair, as SQL. */
    String condition() {
      return "o.first = '" + first + "' and o.second = '" + second + "'";
    }

    /** How a tally is counted in these rows. */
    TallySql sql(Tally tally) {
      return new TallySql(
          axis ->
              // Asked for all départements that there are, none needs to be told from another.
              axis == Axis.DEPARTEMENT && !has(axis)
                  ? "'" + tally.departements().get(0) + "'"
                  : column(axis.name()),
          "o.taken_on",
          "o.days",
          column(MONTHS),
          "cast(coalesce(sum(o.n), 0) as bigint)");
    }
  }

  /**
   * The pair that a tally of demands can be counted in, if any.
   *
   * @param whole whether it asks for all départements that the files know
   */
  static Optional<Pair> of(Tally tally, boolean whole) {
    Set<Axis> axes = EnumSet.noneOf(Axis.class);
    axes.addAll(tally.where().keySet());
    tally.by().stream().filter(axis -> !axis.isTime()).forEach(axes::add);
    boolean inEach =
        tally.counting() == Counting.ANY
            && (axes.contains(Axis.MUNICIPALITY) || axes.contains(Axis.EPCI));
    if (!whole) {
      axes.add(Axis.DEPARTEMENT);
    }
    List<String> names = new ArrayList<>(axes.stream().map(Axis::name).toList());
    if (tally.waits()) {
      names.add(MONTHS);
    }
    return tally.fact() != null || inEach || names.size() > 2 || tally.departements().isEmpty()
        ? Optional.empty()
        : Optional.of(Pair.of(names));
  }

  /**
   * The statements that count a stock by every pair, into the table {@code crossed} of the engine.
   *
   * @param stock its rows, as SQL
   */
  static List<String> statements(String stock) {
    List<String> axes = new ArrayList<>();
    axes.add(NONE);
    axes.add(MONTHS);
    Axis.kept().stream()
        .filter(axis -> !axis.isOfFactsOnly() && !LEFT_OUT.contains(axis))
        .forEach(axis -> axes.add(axis.name()));
    List<String> statements = new ArrayList<>();
    statements.add(
        "create or replace temp table crossed (first varchar, a varchar, second varchar, b varchar,"
            + " n bigint, days bigint, taken_on date)");
    for (String one : axes) {
      for (String other : axes.subList(axes.indexOf(one), axes.size())) {
        if (!one.equals(other) || one.equals(NONE)) {
          statements.add(statement(Pair.of(List.of(one, other)), stock));
        }
      }
    }
    return statements;
  }

  private static String statement(Pair pair, String stock) {
    return """
    insert into crossed
    select '%s', a, '%s', b, n, days, taken_on from (
      select %s as a, %s as b, count(*) as n, sum(o.days) as days, o.taken_on, count(*) over () as many
      from %s o group by 1, 2, o.taken_on) where many <= %d
    """
        .formatted(
            pair.first, pair.second, value(pair.first), value(pair.second), stock, MOST_VALUES);
  }

  private static String value(String axis) {
    return axis.equals(NONE) ? "cast(null as varchar)" : "cast(o." + axis + " as varchar)";
  }
}
