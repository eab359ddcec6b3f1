package fr.toitcommun.persistence.observatory;

import java.util.List;

/**
 * Something that demands and facts can be counted in: the live base, or the monthly files (ADR
 * 0022).
 */
public interface ObservedStore {
  /**
   * Counts.
   *
   * @return a group for each combination of values that there is, in no order
   */
  List<Group> count(Tally tally);
}
