package fr.toitcommun.persistence.observatory.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Adds counts of desks up and says what of them may be told.
 *
 * @param threshold cells from 1 to below this are not told, nor what leaves so few others
 * @param open whether everything may be told to this caller
 * @param looked whether the rules of form and dossier have looked at the demands yet
 */
record QualityTally(int threshold, boolean open, boolean looked) {

  /** The counts that a condition leaves, together. */
  QualityView.Sum sum(String name, List<QualityCount> counts, Predicate<QualityCount> which) {
    Map<String, Integer> numbers = new HashMap<>();
    counts.stream()
        .filter(which)
        .forEach(one -> numbers.merge(one.indicator(), one.number(), Integer::sum));
    return sum(name, numbers, open, QualityTally::always);
  }

  /** The counts of a month; of a derived one, only what dates tell is known. */
  QualityView.Sum month(Map<String, Integer> numbers, boolean derived) {
    return sum(null, numbers, open, one -> !derived || one.isToldByDates());
  }

  /** The counts of the caller's own desk, which are told to it whatever they are. */
  QualityView.Sum own(String name, List<QualityCount> counts) {
    return new QualityTally(threshold, true, looked).sum(name, counts, one -> true);
  }

  private static boolean always(QualityIndicator indicator) {
    return true;
  }

  private QualityView.Sum sum(
      String name, Map<String, Integer> numbers, boolean told, Predicate<QualityIndicator> known) {
    int active = numbers.getOrDefault(QualityCount.ACTIVE, 0);
    Map<QualityIndicator, QualityView.Cell> cells = new EnumMap<>(QualityIndicator.class);
    for (QualityIndicator one : QualityIndicator.values()) {
      cells.put(
          one,
          !known.test(one) || one.isLookedAt() && !looked
              ? QualityView.Cell.UNKNOWN
              : cell(numbers.getOrDefault(one.name(), 0), active, told));
    }
    return new QualityView.Sum(name, told || tells(active) ? active : null, cells);
  }

  private QualityView.Cell cell(int number, int active, boolean told) {
    return told || tells(number) && tells(active - number)
        ? QualityView.Cell.of(number, active)
        : QualityView.Cell.SECRET;
  }

  private boolean tells(int number) {
    return number == 0 || number >= threshold;
  }

  /**
   * A total from which one could work out what a line keeps secret, with that kept secret as well.
   *
   * @param parts what it is the total of
   */
  static QualityView.Sum guarded(QualityView.Sum total, List<QualityView.Sum> parts) {
    if (parts.size() < 2) {
      return total;
    }
    Map<QualityIndicator, QualityView.Cell> cells = new EnumMap<>(total.cells());
    cells.replaceAll(
        (indicator, cell) ->
            any(parts, one -> one.cells().get(indicator).secret())
                ? QualityView.Cell.SECRET
                : cell);
    return new QualityView.Sum(
        total.name(), any(parts, one -> one.active() == null) ? null : total.active(), cells);
  }

  private static boolean any(List<QualityView.Sum> parts, Function<QualityView.Sum, Boolean> what) {
    return parts.stream().anyMatch(what::apply);
  }

  /** Whether any of these keeps something secret. */
  static boolean masks(List<QualityView.Sum> sums) {
    return sums.stream()
        .anyMatch(
            one ->
                one.active() == null
                    || one.cells().values().stream().anyMatch(QualityView.Cell::secret));
  }

  /** Groups by a key, in the order in which keys first come. */
  static <K> Map<K, List<QualityCount>> by(
      List<QualityCount> counts, Function<QualityCount, K> key) {
    Map<K, List<QualityCount>> groups = new LinkedHashMap<>();
    counts.forEach(
        one -> groups.computeIfAbsent(key.apply(one), any -> new ArrayList<>()).add(one));
    return groups;
  }
}
