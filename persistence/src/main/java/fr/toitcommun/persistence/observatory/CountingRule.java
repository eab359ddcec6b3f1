package fr.toitcommun.persistence.observatory;

/** Which places what is counted counts in, as it is said beside figures (domain.md §5.2). */
public enum CountingRule {
  /** A demand once, where its first wish lies ({@link Counting#FIRST}). */
  FIRST,
  /** A demand in every municipality or EPCI it wishes ({@link Counting#ANY}). */
  ANY,
  /** A lease where its dwelling lies, by either rule of demands. */
  LEASES
}
