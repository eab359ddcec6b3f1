package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers questions: asks the stores for the parts of an indicator, puts them together, keeps back
 * what stands for too few.
 */
public final class IndicatorReader {
  private static final String WHOLE = "";

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
    if (!question.faults().isEmpty()) {
      throw new IllegalArgumentException("No answer to " + question + ": " + question.faults());
    }
    Parts parts = new Parts(question, departements);
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
        parts.from,
        parts.to,
        parts.origins,
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
    return hasTotal(question, axis) && !Parts.inEach(question, axis);
  }

  private Cell[][] grid(Question question, Parts parts, List<String> rows, List<String> columns) {
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

  private Cell cell(Indicator indicator, Parts parts, String row, String column) {
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
      Parts parts,
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

  private List<String> headings(Axis axis, Parts parts, int key) {
    if (axis == null) {
      return List.of(WHOLE);
    }
    if (axis.isTime()) {
      return Periods.codes(axis, parts.from, parts.to);
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
    Set<String> asked = parts.question.filters().get(axis);
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

  /** The numbers that the parts of an indicator come to, cell by cell. */
  private final class Parts {
    private final Question question;
    private final List<String> departements;
    private final LocalDate from;
    private final LocalDate to;
    private final Set<FileOrigin> origins = EnumSet.noneOf(FileOrigin.class);
    private final List<Map<List<String>, Amount>> amounts = new ArrayList<>();
    // Periods whose stock no file tells: nothing is not none.
    private final List<Set<String>> untold = new ArrayList<>();
    private final List<Boolean> known = new ArrayList<>();

    Parts(Question question, List<String> departements) {
      this.question = question;
      this.departements = departements;
      When when = observed.resolved(question);
      from = when.from();
      to = when.to();
      count(question.indicator().part());
      question.indicator().over().forEach(this::count);
    }

    static boolean inEach(Question question, Axis axis) {
      return question.counting() == Counting.ANY
          && (axis == Axis.MUNICIPALITY || axis == Axis.EPCI);
    }

    Amount amount(int part, String row, String column) {
      return amounts.get(part).getOrDefault(List.of(row, column), new Amount());
    }

    boolean lacks(int part, String row, String column) {
      if (!known.get(part)) {
        return true;
      }
      String period = question.rows() != null && question.rows().isTime() ? row : column;
      return question.time() != null && untold.get(part).contains(period)
          || part > 0
              && question.indicator().over().get(part - 1).isOfDwellings()
              && !amounts.get(part).containsKey(List.of(row, column));
    }

    /** How many each value of an axis stands for: in all of them the order of headings. */
    Map<String, Long> counts(int key) {
      boolean both = question.rows() != null && question.columns() != null;
      boolean peopleAlone =
          question.indicator().over().stream().noneMatch(Indicator.Part::isOfDwellings);
      Map<String, Long> counts = new HashMap<>();
      for (Map<List<String>, Amount> part : peopleAlone ? amounts : amounts.subList(0, 1)) {
        part.forEach(
            (keys, amount) -> {
              if (!keys.get(key).equals(WHOLE) && keys.get(1 - key).equals(WHOLE) != both) {
                counts.merge(keys.get(key), amount.count(), Long::sum);
              }
            });
      }
      return counts;
    }

    private void count(Indicator.Part part) {
      Map<List<String>, Amount> cells = new HashMap<>();
      Set<String> lacking = new HashSet<>();
      if (part.isOfDwellings()) {
        dwellings.fill(question, departements, from, to, cells);
        known.add(true);
      } else {
        boolean median = question.indicator().waited() == Indicator.Wait.MEDIAN;
        Observed.Counted all = counted(part, question.axes(), median);
        known.add(all.known());
        lacking.addAll(all.untold());
        origins.addAll(all.origins());
        put(all.groups(), question.axes(), question.axes(), median, cells);
        margins(part, all.groups(), median, cells);
      }
      amounts.add(cells);
      untold.add(lacking);
    }

    private Observed.Counted counted(Indicator.Part part, List<Axis> axes, boolean median) {
      return observed.count(question, part, from, to, axes, departements, median);
    }

    /** Totals: sums, but where a demand stands in several values; there it is counted once. */
    private void margins(
        Indicator.Part part, List<Group> groups, boolean median, Map<List<String>, Amount> cells) {
      List<List<Axis>> subsets = new ArrayList<>();
      if (question.axes().size() == 2) {
        subsets.add(List.of(question.rows()));
        subsets.add(List.of(question.columns()));
      }
      if (!question.axes().isEmpty()) {
        subsets.add(List.of());
      }
      for (List<Axis> subset : subsets) {
        boolean several =
            question.axes().stream()
                .anyMatch(axis -> !subset.contains(axis) && inEach(question, axis));
        if (several) {
          put(counted(part, subset, median).groups(), subset, subset, median, cells);
        } else {
          put(groups, question.axes(), subset, median, cells);
        }
      }
    }

    private void put(
        List<Group> groups,
        List<Axis> axes,
        List<Axis> kept,
        boolean median,
        Map<List<String>, Amount> cells) {
      for (Group group : groups) {
        String row = WHOLE;
        String column = WHOLE;
        for (int i = 0; i < axes.size(); i++) {
          if (kept.contains(axes.get(i))) {
            if (axes.get(i) == question.rows()) {
              row = group.keys().get(i);
            } else {
              column = group.keys().get(i);
            }
          }
        }
        Integer months = median ? Integer.valueOf(group.keys().get(axes.size())) : null;
        cells
            .computeIfAbsent(List.of(row, column), key -> new Amount())
            .add(group.count(), group.days(), months);
      }
    }
  }
}
