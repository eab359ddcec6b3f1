package fr.toitcommun.persistence.observatory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

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
    List<String> rows = headings(question.rows(), parts, 0);
    List<String> columns = headings(question.columns(), parts, 1);
    boolean down = addsUp(question, question.rows());
    boolean across = addsUp(question, question.columns());
    Cell[][] grid = grid(question, parts, rows, columns);
    int hidden = hide(question, parts, rows, columns, grid, across, down);
    int lastRow = rows.size();
    int lastColumn = columns.size();
    List<List<Cell>> cells = new ArrayList<>();
    List<Cell> rowTotals = new ArrayList<>();
    for (int r = 0; r < lastRow; r++) {
      cells.add(List.of(grid[r]).subList(0, lastColumn));
      if (question.columns() != null && hasTotal(question, question.columns())) {
        rowTotals.add(grid[r][lastColumn]);
      }
    }
    boolean totals = question.rows() != null && hasTotal(question, question.rows());
    List<Cell> columnTotals = totals ? List.of(grid[lastRow]).subList(0, lastColumn) : List.of();
    boolean whole =
        question.axes().stream().allMatch(axis -> hasTotal(question, axis))
            && !question.axes().isEmpty();
    return new Answer(
        question,
        labelled(question.rows(), rows),
        labelled(question.columns(), columns),
        cells,
        rowTotals,
        columnTotals,
        whole ? grid[lastRow][lastColumn] : null,
        parts.from(),
        parts.to(),
        parts.origins(),
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
    Amount amount = parts.amount(0, row, column);
    if (indicator.waited() == Indicator.Wait.MEAN) {
      return new Cell(amount.mean(), amount.count(), false);
    }
    if (indicator.waited() == Indicator.Wait.MEDIAN) {
      return new Cell(amount.median(), amount.count(), false);
    }
    if (indicator.over().isEmpty()) {
      return parts.lacks(0, row, column)
          ? Cell.NONE
          : new Cell((double) amount.count(), amount.count(), false);
    }
    long over = 0;
    for (int part = 1; part <= indicator.over().size(); part++) {
      if (parts.lacks(part, row, column)) {
        return Cell.NONE;
      }
      over += parts.amount(part, row, column).count();
    }
    if (over == 0 || parts.lacks(0, row, column)) {
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
    // Of a ratio or a time, too, each number behind it could be worked out from the others.
    boolean[][] kept = new boolean[grid.length][grid[0].length];
    int numbers = 1 + question.indicator().over().size();
    for (int part = 0; part < numbers; part++) {
      long[][] counts = new long[grid.length][grid[0].length];
      for (int r = 0; r < grid.length; r++) {
        for (int c = 0; c < grid[r].length; c++) {
          String row = r == rows.size() ? WHOLE : rows.get(r);
          String column = c == columns.size() ? WHOLE : columns.get(c);
          counts[r][c] = parts.amount(part, row, column).count();
        }
      }
      boolean[][] own = secrecy.keptBack(counts, across, down);
      for (int r = 0; r < grid.length; r++) {
        for (int c = 0; c < grid[r].length; c++) {
          kept[r][c] |= own[r][c];
        }
      }
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

  private List<String> headings(Axis axis, QuestionParts parts, int key) {
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
    Set<String> there = new HashSet<>(codes);
    Set<String> asked = parts.question().filters().get(axis);
    if (asked != null) {
      codes.removeIf(code -> !asked.contains(code) && !counts.containsKey(code));
    }
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
