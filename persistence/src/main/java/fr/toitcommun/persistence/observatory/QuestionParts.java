package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The numbers that the parts of an indicator come to, cell by cell. */
final class QuestionParts {
  static final String WHOLE = "";

  private final Observed observed;
  private final DwellingNumbers dwellings;
  private final Question question;
  private final List<String> departements;
  private final UnaryOperator<String> rowsAs;
  private final Axis time;
  private final LocalDate from;
  private final LocalDate to;
  private final Set<FileOrigin> origins = EnumSet.noneOf(FileOrigin.class);
  private final List<Map<List<String>, Amount>> amounts = new ArrayList<>();
  private final Set<LocalDate> lacking = new TreeSet<>();
  private boolean live;
  // Periods whose stock no file tells: nothing is not none.
  private final List<Set<String>> untold = new ArrayList<>();
  private final List<Boolean> known = new ArrayList<>();

  /**
   * Counts them.
   *
   * @param departements where demands are counted
   * @param rowsAs what a row's value is counted as
   */
  QuestionParts(
      Observed observed,
      DwellingNumbers dwellings,
      Question question,
      List<String> departements,
      UnaryOperator<String> rowsAs) {
    this.observed = observed;
    this.dwellings = dwellings;
    // Leases lie where the dwelling lies by either rule; those outside any EPCI are counted too.
    this.question =
        question.indicator().countsDemands() ? question : question.counting(Counting.FIRST);
    this.departements = departements;
    this.rowsAs = rowsAs;
    this.time = question.time();
    When when = observed.resolved(question);
    from = when.from();
    to = when.to();
    count(question.indicator().part());
    question.indicator().over().forEach(this::count);
  }

  Question question() {
    return question;
  }

  /** The first day told of. */
  LocalDate from() {
    return from;
  }

  /** The last day. */
  LocalDate to() {
    return to;
  }

  Set<FileOrigin> origins() {
    return origins;
  }

  /** Whether the live base was counted in. */
  boolean live() {
    return live;
  }

  /** Days and months that nobody tells of, in order. */
  List<LocalDate> untold() {
    return List.copyOf(lacking);
  }

  /** Whether a demand stands in several values of an axis. */
  static boolean inEach(Question question, Axis axis) {
    return question.isInEach(axis);
  }

  Amount amount(int part, String row, String column) {
    return amounts.get(part).getOrDefault(List.of(row, column), Amount.NOTHING);
  }

  boolean lacks(int part, String row, String column) {
    if (!known.get(part)) {
      return true;
    }
    String period = time == question.rows() ? row : column;
    return time != null && untold.get(part).contains(period)
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
    Set<String> without = new HashSet<>();
    if (part.isOfDwellings()) {
      dwellings.fill(question, departements, from, to, cells);
      known.add(true);
    } else {
      boolean median = question.indicator().waited() == Indicator.Wait.MEDIAN;
      Observed.Counted all = counted(part, question.axes(), median);
      known.add(all.known());
      without.addAll(all.untold());
      lacking.addAll(all.lacking());
      origins.addAll(all.origins());
      live |= all.live();
      put(all.groups(), question.axes(), question.axes(), median, cells);
      margins(part, all.groups(), median, cells);
    }
    amounts.add(cells);
    untold.add(without);
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
            row = rowsAs.apply(group.keys().get(i));
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
