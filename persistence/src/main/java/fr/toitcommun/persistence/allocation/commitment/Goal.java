package fr.toitcommun.persistence.allocation.commitment;

import java.util.function.BiPredicate;

/**
 * What is counted, one definition for screen, interface and report. Leases are those signed in a
 * civil year and not cancelled.
 */
public enum Goal {
  /**
   * At least 25 % of the year's leases outside priority districts go to the first quartile or to
   * NPNRU rehousing (L.441-1).
   */
  FIRST_QUARTILE(
      "FIRST_QUARTILE_PERCENT",
      (lease, item) -> !lease.inDistrict(),
      (lease, item) -> lease.renewal() || Boolean.TRUE.equals(lease.firstQuartile()),
      (lease, item) -> !lease.renewal() && lease.firstQuartile() == null),
  /** At least 50 % of the year's leases in priority districts go to quartiles 2 to 4 (L.441-1). */
  OTHER_QUARTILES(
      "OTHER_QUARTILES_PERCENT",
      (lease, item) -> lease.inDistrict(),
      (lease, item) -> Boolean.FALSE.equals(lease.firstQuartile()),
      (lease, item) -> lease.firstQuartile() == null),
  /**
   * At least 25 % of the leases on each contingent, and of the landlord's own, go to DALO or
   * another priority ground (L.441-1). The item is the contingent.
   */
  PRIORITY(
      "PRIORITY_PUBLIC_PERCENT",
      (lease, item) -> item.equals(lease.quota()),
      (lease, item) -> lease.priority(),
      (lease, item) -> false),
  /** Leases under a collective agreement, against its yearly target. The item is ACD or ACI. */
  AGREEMENT(
      null,
      (lease, item) -> true,
      (lease, item) -> item.equals(lease.agreement()),
      (lease, item) -> "NONDOC".equals(lease.agreement())),
  /** Leases on a contingent, of all (R.441-5). The item is the contingent. */
  RESERVATION(
      null,
      (lease, item) -> true,
      (lease, item) -> item.equals(lease.quota()),
      (lease, item) -> false);

  private final String parameter;
  private final BiPredicate<LeaseFacts, String> concerned;
  private final BiPredicate<LeaseFacts, String> counted;
  private final BiPredicate<LeaseFacts, String> unknown;

  Goal(
      String parameter,
      BiPredicate<LeaseFacts, String> concerned,
      BiPredicate<LeaseFacts, String> counted,
      BiPredicate<LeaseFacts, String> unknown) {
    this.parameter = parameter;
    this.concerned = concerned;
    this.counted = counted;
    this.unknown = unknown;
  }

  /** The {@code rule_parameter} with its percentage; null: it has none. */
  public String parameter() {
    return parameter;
  }

  /** Whether a lease is one of those of which a share is asked. */
  boolean concerns(LeaseFacts lease, String item) {
    return concerned.test(lease, item);
  }

  /** Whether a lease that is concerned counts for the goal. */
  boolean counts(LeaseFacts lease, String item) {
    return counted.test(lease, item);
  }

  /** Whether nobody can say if it counts. */
  boolean unknown(LeaseFacts lease, String item) {
    return unknown.test(lease, item);
  }
}
