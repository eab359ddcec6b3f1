package fr.toitcommun.persistence.allocation.commitment;

import java.util.List;

/**
 * How many proposals it takes to satisfy a demand: the file's own measure of efficiency. Counted
 * are the proposals that any landlord made to a demand until the day its lease was signed, the one
 * that led to it included; leases of the year that were not cancelled.
 *
 * @param name of the landlord, the municipality or the whole
 * @param leases satisfied demands
 * @param proposals made to them
 * @param steps how many needed one, two, three, four, and five or more; empty when one of them is
 *     too small to be told
 */
public record Effort(String name, long leases, long proposals, List<Long> steps) {

  /** Proposals per satisfied demand, in hundredths; null without a lease. */
  public Integer hundredths() {
    return leases == 0 ? null : (int) Math.round(proposals * 100.0 / leases);
  }

  /** The mean as a number; null without a lease. */
  public Double mean() {
    Integer hundredths = hundredths();
    return hundredths == null ? null : hundredths / 100.0;
  }

  /** The share of a step, 0 to 100. */
  public int percent(int step) {
    return leases == 0 ? 0 : (int) Math.round(steps.get(step) * 100.0 / leases);
  }
}
