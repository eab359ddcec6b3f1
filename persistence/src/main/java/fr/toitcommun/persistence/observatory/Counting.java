package fr.toitcommun.persistence.observatory;

/**
 * Where a demand that wishes several municipalities is counted (domain.md §5.2): the two rules give
 * different totals, so that each figure says which one it follows.
 */
public enum Counting {
  /** Once, where its first wish lies: parts add up to the whole. */
  FIRST,
  /** In every municipality or EPCI it wishes: the parts add up to more than the whole. */
  ANY
}
