package fr.toitcommun.persistence.observatory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers questions: asks the stores for the parts of an indicator, puts them together, keeps back
 * what stands for too few.
 */
public final class IndicatorReader {
  private static final String WHOLE = QuestionParts.WHOLE;

  private final Observed observed;
  private final DwellingNumbers dwellings;
  private final AxisLabels labels;
  private final Secrecy secrecy;

  /**
   * A reader.
   *
   * @param threshold numbers from 1 to below this are kept back; 0: none is
   */
  public IndicatorReader(
      Observed observed, DwellingNumbers dwellings, AxisLabels labels, int threshold) {
    this.observed = observed;
    this.dwellings = dwellings;
    this.labels = labels;
    this.secrecy = new Secrecy(threshold);
  }

  /**
   * The answer to a question.
   *
   * @param departements where demands are counted
   * @throws IllegalArgumentException when the question has {@link Question#faults() faults}
   */
  public Answer answer(Question question, List<String> departements) {
    return answer(question, departements, UnaryOperator.identity());
  }

  /**
   * The same with larger rows, such as EPCI in the place of municipalities: what is kept back is
   * found out for these.
   *
   * @param rowsAs the larger row that a value of the question's rows belongs to
   * @throws IllegalArgumentException when the question has {@link Question#faults() faults}
   */
  public Answer answer(Question question, List<String> departements, UnaryOperator<String> rowsAs) {
    if (!question.faults().isEmpty()) {
      throw new IllegalArgumentException("No answer to " + question + ": " + question.faults());
    }
    QuestionParts parts = new QuestionParts(observed, dwellings, question, departements, rowsAs);
    List<String> rows = headings(question.rows(), parts, 0, rowsAs);
    List<String> columns = headings(question.columns(), parts, 1, UnaryOperator.identity());
    boolean down = addsUp(question, question.rows());
    boolean across = addsUp(question, question.columns());
    Cell[][] grid = grid(question, parts, rows, columns);
    int hidden = hide(question, parts, rows, columns, grid, across, down);
    List<Integer> inRows = order(question.rows(), rows, r -> grid[r][columns.size()].secret());
    List<Integer> inColumns =
        order(question.columns(), columns, c -> grid[rows.size()][c].secret());
    List<List<Cell>> cells = new ArrayList<>();
    List<Cell> rowTotals = new ArrayList<>();
    for (int r : inRows) {
      cells.add(inColumns.stream().map(c -> grid[r][c]).toList());
      if (question.columns() != null && hasTotal(question, question.columns())) {
        rowTotals.add(grid[r][columns.size()]);
      }
    }
    boolean totals = question.rows() != null && hasTotal(question, question.rows());
    List<Cell> columnTotals =
        totals ? inColumns.stream().map(c -> grid[rows.size()][c]).toList() : List.of();
    boolean whole =
        question.axes().stream().allMatch(axis -> hasTotal(question, axis))
            && !question.axes().isEmpty();
    return new Answer(
        question,
        labelled(question.rows(), inRows.stream().map(rows::get).toList()),
        labelled(question.columns(), inColumns.stream().map(columns::get).toList()),
        cells,
        rowTotals,
        columnTotals,
        whole ? grid[rows.size()][columns.size()] : null,
        parts.from(),
        parts.to(),
        parts.origins(),
        parts.live(),
        parts.untold(),
        hidden);
  }

  /** What stands on several days is not one number. */
  private static boolean hasTotal(Question question, Axis axis) {
    return axis == null
        || !axis.isTime()
        || question.indicator().part().moment() == Indicator.Moment.FLOW
            && question.indicator().over().stream()
                .allMatch(part -> part.moment() == Indicator.Moment.FLOW);
  }

  /** Whether the numbers along an axis make up its total, so that one could be worked out. */
  private static boolean addsUp(Question question, Axis axis) {
    return hasTotal(question, axis) && !QuestionParts.inEach(question, axis);
  }

  private Cell[][] grid(
      Question question, QuestionParts parts, List<String> rows, List<String> columns) {
    Cell[][] grid = new Cell[rows.size() + 1][columns.size() + 1];
    for (int r = 0; r <= rows.size(); r++) {
      for (int c = 0; c <= columns.size(); c++) {
        grid[r][c] =
            cell(
                question.indicator(),
                parts,
                r == rows.size() ? WHOLE : rows.get(r),
                c == columns.size() ? WHOLE : columns.get(c));
      }
    }
    return grid;
  }

  private Cell cell(Indicator indicator, QuestionParts parts, String row, String column) {
    if (parts.lacks(0, row, column)) {
      return Cell.NONE;
    }
    Amount amount = parts.amount(0, row, column);
    if (indicator.waited() == Indicator.Wait.MEAN) {
      return new Cell(amount.mean(), amount.count(), false);
    }
    if (indicator.waited() == Indicator.Wait.MEDIAN) {
      return new Cell(amount.median(), amount.count(), false);
    }
    if (indicator.over().isEmpty()) {
      return new Cell((double) amount.count(), amount.count(), false);
    }
    long over = 0;
    for (int part = 1; part <= indicator.over().size(); part++) {
      if (parts.lacks(part, row, column)) {
        return Cell.NONE;
      }
      over += parts.amount(part, row, column).count();
    }
    if (over == 0) {
      return Cell.NONE;
    }
    double ratio = amount.count() / (double) over;
    boolean hundred =
        indicator.unit() == Unit.PERCENT || indicator.unit() == Unit.DEMANDS_PER_HUNDRED;
    return new Cell(
        hundred ? ratio * 100 : ratio,
        indicator.unit() == Unit.PERCENT ? over : amount.count(),
        false);
  }

  private int hide(
      Question question,
      QuestionParts parts,
      List<String> rows,
      List<String> columns,
      Cell[][] grid,
      boolean across,
      boolean down) {
    // Of a ratio or a time, too, each number behind it could be worked out from the others; of a
    // share also the rest: of 20 transfers among 21 demands it is known that one is none.
    boolean[][] kept = new boolean[grid.length][grid[0].length];
    Indicator indicator = question.indicator();
    for (int part = 0; part < 1 + indicator.over().size(); part++) {
      // Leases add up even where a demand counts in each place wished.
      Indicator.Part one = part == 0 ? indicator.part() : indicator.over().get(part - 1);
      boolean leases = one.fact() == Fact.SATISFIED;
      keep(
          secrecy.keptBack(
              counts(parts, part, rows, columns),
              across || leases && hasTotal(question, question.columns()),
              down || leases && hasTotal(question, question.rows())),
          kept);
    }
    if (indicator.isShare()) {
      long[][] rest = rest(counts(parts, 1, rows, columns), counts(parts, 0, rows, columns));
      keep(secrecy.keptBack(rest, across, down), kept);
    }
    int hidden = 0;
    for (int r = 0; r < grid.length; r++) {
      for (int c = 0; c < grid[r].length; c++) {
        if (kept[r][c]) {
          grid[r][c] = Cell.SECRET;
          hidden += r < rows.size() && c < columns.size() ? 1 : 0;
        }
      }
    }
    return hidden;
  }

  private static void keep(boolean[][] own, boolean[][] kept) {
    for (int r = 0; r < kept.length; r++) {
      for (int c = 0; c < kept[r].length; c++) {
        kept[r][c] |= own[r][c];
      }
    }
  }

  private static long[][] counts(
      QuestionParts parts, int part, List<String> rows, List<String> columns) {
    long[][] counts = new long[rows.size() + 1][columns.size() + 1];
    for (int r = 0; r <= rows.size(); r++) {
      for (int c = 0; c <= columns.size(); c++) {
        String row = r == rows.size() ? WHOLE : rows.get(r);
        String column = c == columns.size() ? WHOLE : columns.get(c);
        counts[r][c] = parts.amount(part, row, column).count();
      }
    }
    return counts;
  }

  private static long[][] rest(long[][] all, long[][] some) {
    long[][] rest = new long[all.length][];
    for (int r = 0; r < all.length; r++) {
      rest[r] = new long[all[r].length];
      for (int c = 0; c < all[r].length; c++) {
        rest[r][c] = Math.max(0, all[r][c] - some[r][c]);
      }
    }
    return rest;
  }

  /**
   * The places of headings, those kept back after the others and in the order of their codes: where
   * the most come first, the order would tell about how many they are.
   */
  private static List<Integer> order(Axis axis, List<String> codes, IntPredicate secret) {
    List<Integer> places = new ArrayList<>(IntStream.range(0, codes.size()).boxed().toList());
    if (axis != null && axis.isOrderedByNumber()) {
      Comparator<Integer> unknownLast =
          Comparator.comparing(place -> codes.get(place).equals(Axis.UNKNOWN));
      places.sort(
          unknownLast
              .thenComparing(place -> secret.test(place))
              .thenComparing(place -> secret.test(place) ? codes.get(place) : WHOLE));
    }
    return places;
  }

  private List<String> headings(Axis axis, QuestionParts parts, int key, UnaryOperator<String> as) {
    if (axis == null) {
      return List.of(WHOLE);
    }
    if (axis.isTime()) {
      return Periods.codes(axis, parts.from(), parts.to());
    }
    Map<String, Long> counts = parts.counts(key);
    List<String> order = labels.order(axis);
    List<String> codes = new ArrayList<>();
    if (axis.kind() == AxisKind.BAND) {
      codes.addAll(order);
    } else {
      order.stream().filter(counts::containsKey).forEach(codes::add);
    }
    Set<String> asked = parts.question().filters().get(axis);
    if (asked != null) {
      // Whoever wishes a place asked for may wish others as well: these were not asked for.
      Set<String> shown = asked.stream().map(as).collect(Collectors.toSet());
      counts.keySet().retainAll(shown);
      codes.retainAll(shown);
    }
    Set<String> there = new HashSet<>(codes);
    counts.entrySet().stream()
        .filter(one -> !there.contains(one.getKey()) && !one.getKey().equals(Axis.UNKNOWN))
        .sorted(
            Comparator.comparing((Map.Entry<String, Long> one) -> -one.getValue())
                .thenComparing(Map.Entry::getKey))
        .forEach(one -> codes.add(one.getKey()));
    if (counts.containsKey(Axis.UNKNOWN)) {
      codes.add(Axis.UNKNOWN);
    }
    return codes;
  }

  private List<Heading> labelled(Axis axis, List<String> codes) {
    return codes.stream()
        .map(code -> new Heading(code, axis == null ? WHOLE : labels.label(axis, code)))
        .toList();
  }
}
