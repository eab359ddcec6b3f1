package fr.toitcommun.persistence.observatory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of the observatory: an indicator, told apart by two axes at most, of what some
 * filters leave, at some time.
 *
 * @param rows null: one row
 * @param columns null: one column
 * @param filters any of these values of each axis
 */
public record Question(
    Indicator indicator,
    Axis rows,
    Axis columns,
    Map<Axis, Set<String>> filters,
    Counting counting,
    When when) {

  /** Copies the filters. */
  public Question {
    Map<Axis, Set<String>> copy = new EnumMap<>(Axis.class);
    filters.forEach((axis, codes) -> copy.put(axis, Set.copyOf(codes)));
    filters = copy;
  }

  /** An indicator as one figure, of everything, by first wish. */
  public static Question of(Indicator indicator, When when) {
    return new Question(indicator, null, null, Map.of(), Counting.FIRST, when);
  }

  /** The same told apart by these axes. */
  public Question by(Axis newRows, Axis newColumns) {
    return new Question(indicator, newRows, newColumns, filters, counting, when);
  }

  /** The same of these values of an axis alone. */
  public Question where(Axis axis, Set<String> codes) {
    return where(Map.of(axis, codes));
  }

  /** The same of these values alone of each of some axes. */
  public Question where(Map<Axis, Set<String>> further) {
    Map<Axis, Set<String>> more = new EnumMap<>(Axis.class);
    more.putAll(filters);
    more.putAll(further);
    return new Question(indicator, rows, columns, more, counting, when);
  }

  /**
   * The same of these values of an axis among those it is of already, so that it never comes to
   * more.
   */
  public Question within(Axis axis, Set<String> codes) {
    return where(axis, both(filters.get(axis), codes));
  }

  /** What is counted where a filter and another both bind; null: the one does not. */
  static Set<String> both(Set<String> asked, Set<String> further) {
    return asked == null
        ? further
        : further.stream().filter(asked::contains).collect(Collectors.toSet());
  }

  /**
   * Whether a demand counts in each value of an axis that it wishes, so that the parts come to more
   * than the whole. A lease lies where its dwelling lies, by either rule.
   */
  public boolean isInEach(Axis axis) {
    return counting == Counting.ANY
        && (axis == Axis.MUNICIPALITY || axis == Axis.EPCI)
        && indicator.countsDemands();
  }

  /**
   * Whether it matters to it where a demand is counted that wishes several places: a département
   * has each once whatever the rule, smaller places do not.
   */
  public boolean countsPlaces() {
    return Stream.concat(axes().stream(), filters.keySet().stream())
        .anyMatch(axis -> axis == Axis.MUNICIPALITY || axis == Axis.EPCI);
  }

  /**
   * By what rules its demands and leases count in places: each where the indicator counts it, none
   * where the place makes no difference. Whoever shows figures says these.
   */
  public List<CountingRule> countingRules() {
    List<CountingRule> rules = new ArrayList<>();
    if (countsPlaces() && indicator.countsDemands()) {
      rules.add(counting == Counting.ANY ? CountingRule.ANY : CountingRule.FIRST);
    }
    if (countsPlaces() && indicator.countsLeases()) {
      rules.add(CountingRule.LEASES);
    }
    return rules;
  }

  /** The same at another time. */
  public Question at(When other) {
    return new Question(indicator, rows, columns, filters, counting, other);
  }

  /** The same by the other rule of counting. */
  public Question counting(Counting other) {
    return new Question(indicator, rows, columns, filters, other, when);
  }

  /** Its axes in order: rows, then columns. */
  public List<Axis> axes() {
    return Stream.of(
            rows == null ? Stream.<Axis>empty() : Stream.of(rows),
            columns == null ? Stream.<Axis>empty() : Stream.of(columns))
        .flatMap(one -> one)
        .toList();
  }

  /** The axis of time among its axes; null where there is none. */
  public Axis time() {
    return axes().stream().filter(Axis::isTime).findFirst().orElse(null);
  }

  /** Why it cannot be answered: codes of faults with the field they stand at; empty when it can. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (rows != null && rows == columns) {
      faults.add(new Fault("columns", "SAME_AXIS"));
    }
    if (rows != null && columns != null && rows.isTime() && columns.isTime()) {
      faults.add(new Fault("columns", "TWO_TIMES"));
    }
    if (rows != null && !indicator.allows(rows)) {
      faults.add(new Fault("rows", "AXIS_NOT_ALLOWED"));
    }
    if (columns != null && !indicator.allows(columns)) {
      faults.add(new Fault("columns", "AXIS_NOT_ALLOWED"));
    }
    for (Axis axis : filters.keySet()) {
      if (axis.isTime() || !indicator.allows(axis)) {
        faults.add(new Fault("filter", "AXIS_NOT_ALLOWED"));
      }
    }
    return faults.stream().distinct().collect(Collectors.toList());
  }

  /**
   * A reason why a question cannot be answered.
   *
   * @param field {@code rows}, {@code columns} or {@code filter}
   */
  public record Fault(String field, String code) {}
}
