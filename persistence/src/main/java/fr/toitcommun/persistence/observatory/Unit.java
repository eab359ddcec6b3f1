package fr.toitcommun.persistence.observatory;

/** What an indicator is counted in. */
public enum Unit {
  DEMANDS,
  FACTS,
  LEASES,
  /** Whole and tenths. */
  PERCENT,
  /** Months, in tenths. */
  MONTHS,
  /** Demands for one lease, in tenths. */
  DEMANDS_PER_LEASE,
  /** Demands for a hundred dwellings, in tenths. */
  DEMANDS_PER_HUNDRED
}
