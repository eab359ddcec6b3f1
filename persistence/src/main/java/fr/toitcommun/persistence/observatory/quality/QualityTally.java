package fr.toitcommun.persistence.observatory.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Says what of counts may be told.
 *
 * @param threshold cells from 1 to below this are not told, nor what leaves so few others
 * @param open whether everything may be told to this caller
 * @param looked whether the rules of form and dossier have looked at the demands yet
 */
record QualityTally(int threshold, boolean open, boolean looked) {

  /**
   * A part of a whole.
   *
   * @param numbers what was counted
   * @param told what of it is told
   */
  record Part(QualityNumbers numbers, QualityView.Sum told) {}

  /** What may be told of counts. */
  QualityView.Sum sum(String name, QualityNumbers numbers) {
    return sum(name, numbers, QualityTally::always);
  }

  /** The counts of a month; of a derived one, only what dates tell is known. */
  QualityView.Sum month(QualityNumbers numbers, boolean derived) {
    return sum(null, numbers, one -> !derived || one.isToldByDates());
  }

  /** The counts of the caller's own desk, which are told to it whatever they are. */
  QualityView.Sum own(String name, QualityNumbers numbers) {
    return new QualityTally(threshold, true, looked).sum(name, numbers);
  }

  private static boolean always(QualityIndicator indicator) {
    return true;
  }

  private QualityView.Sum sum(
      String name, QualityNumbers numbers, Predicate<QualityIndicator> known) {
    QualityNumbers others = numbers.ofOthers();
    Map<QualityIndicator, QualityView.Cell> cells = new EnumMap<>(QualityIndicator.class);
    for (QualityIndicator one : QualityIndicator.values()) {
      boolean told = open || tells(numbers, one) && tells(others, one);
      cells.put(
          one,
          !known.test(one) || one.isLookedAt() && !looked
              ? QualityView.Cell.UNKNOWN
              : told
                  ? QualityView.Cell.of(numbers.found(one), numbers.active())
                  : QualityView.Cell.SECRET);
    }
    boolean told = open || tells(numbers.active()) && tells(others.active());
    return new QualityView.Sum(name, told ? numbers.active() : null, cells);
  }

  private boolean tells(QualityNumbers numbers, QualityIndicator indicator) {
    return tells(numbers.found(indicator)) && tells(numbers.others(indicator));
  }

  private boolean tells(int number) {
    return number == 0 || number >= threshold;
  }

  /**
   * A total from which one could work out what a part keeps secret, with that kept secret as well.
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

  /**
   * A whole of which some parts are told and others are not, in which nothing is told that would
   * leave too few without those parts.
   *
   * @param numbers of the whole
   * @param parts those of it that the caller may look at
   */
  QualityView.Sum without(QualityNumbers numbers, List<Part> parts) {
    QualityView.Sum whole = sum(null, numbers);
    if (open) {
      return whole;
    }
    Map<QualityIndicator, QualityView.Cell> cells = new EnumMap<>(whole.cells());
    cells.replaceAll(
        (indicator, cell) -> {
          Predicate<Part> told = part -> !part.told().cells().get(indicator).secret();
          return cell.number() == null
                  || leaves(numbers, parts, told, one -> one.found(indicator))
                      && leaves(numbers, parts, told, one -> one.others(indicator))
              ? cell
              : QualityView.Cell.SECRET;
        });
    boolean active =
        leaves(numbers, parts, part -> part.told().active() != null, QualityNumbers::active);
    return new QualityView.Sum(null, active ? whole.active() : null, cells);
  }

  /** Whether what is left of a whole may be told, with the caller's own desks and without them. */
  private boolean leaves(
      QualityNumbers whole,
      List<Part> parts,
      Predicate<Part> told,
      ToIntFunction<QualityNumbers> number) {
    int left = number.applyAsInt(whole);
    int own = 0;
    for (Part part : parts) {
      if (told.test(part)) {
        left -= number.applyAsInt(part.numbers());
      } else {
        own += number.applyAsInt(part.numbers().ofOwn());
      }
    }
    return tells(left) && tells(left - own);
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
