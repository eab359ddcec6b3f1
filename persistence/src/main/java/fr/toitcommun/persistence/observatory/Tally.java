package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a store is asked to count: demands that stand, or facts of a period, by some axes. Every
 * code in it is a plain word: it comes to stand in a statement.
 *
 * @param fact what happened; null: demands that stand
 * @param from first day; of demands that stand the day, where it is one
 * @param to last day, both included
 * @param days of demands that stood: the days of the snapshots to count in; empty: every one of the
 *     period
 * @param by axes that the numbers are told apart by, in the order of a group's keys; not several of
 *     time
 * @param where what is counted alone: any of these values of each axis
 * @param departements départements counted; empty: none is
 * @param waits whether the months waited are told apart too, as a last key, for a median
 * @param renamed municipalities that are part of another today, with that one's code: who wishes
 *     several that are one stands in it once ({@link Counting#ANY})
 */
public record Tally(
    Fact fact,
    LocalDate from,
    LocalDate to,
    List<LocalDate> days,
    List<Axis> by,
    Map<Axis, Set<String>> where,
    Counting counting,
    List<String> departements,
    boolean waits,
    Map<String, String> renamed) {
  static final String WORD = "[A-Za-z0-9_?]{1,40}";

  /**
   * Checks the words.
   *
   * @throws IllegalArgumentException when a code is no plain word, or an axis cannot be counted
   *     here
   */
  public Tally {
    by = List.copyOf(by);
    days = List.copyOf(days);
    where =
        where.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, filter -> Set.copyOf(filter.getValue())));
    departements = List.copyOf(departements);
    renamed = Map.copyOf(renamed);
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("A period ends before it begins");
    }
    if (!Stream.of(
            departements.stream(),
            where.values().stream().flatMap(Set::stream),
            renamed.keySet().stream(),
            renamed.values().stream())
        .flatMap(codes -> codes)
        .allMatch(code -> code.matches(WORD))) {
      throw new IllegalArgumentException("A code is a plain word");
    }
    if (where.keySet().stream().anyMatch(Axis::isTime)) {
      throw new IllegalArgumentException("A period is no filter");
    }
    boolean factsOnly =
        by.stream().anyMatch(Axis::isOfFactsOnly)
            || where.keySet().stream().anyMatch(Axis::isOfFactsOnly);
    if (fact == null && factsOnly) {
      throw new IllegalArgumentException("An axis of facts does not tell demands apart");
    }
  }

  /** With the places as they were called then. */
  public Tally(
      Fact fact,
      LocalDate from,
      LocalDate to,
      List<LocalDate> days,
      List<Axis> by,
      Map<Axis, Set<String>> where,
      Counting counting,
      List<String> departements,
      boolean waits) {
    this(fact, from, to, days, by, where, counting, departements, waits, Map.of());
  }

  /** The same for another period. */
  public Tally during(LocalDate first, LocalDate last) {
    return new Tally(fact, first, last, days, by, where, counting, departements, waits, renamed);
  }

  /** The same in the snapshots of these days alone. */
  Tally inSnapshots(List<LocalDate> only) {
    return new Tally(fact, from, to, only, by, where, counting, departements, waits, renamed);
  }

  /** The same of these values alone. */
  Tally where(Map<Axis, Set<String>> codes) {
    return new Tally(fact, from, to, days, by, codes, counting, departements, waits, renamed);
  }

  /** The same with places called so. */
  Tally renaming(Map<String, String> places) {
    return new Tally(fact, from, to, days, by, where, counting, departements, waits, places);
  }
}
