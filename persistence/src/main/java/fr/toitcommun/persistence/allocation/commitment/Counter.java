package fr.toitcommun.persistence.allocation.commitment;

/**
 * A goal counted.
 *
 * @param goal what is counted
 * @param item contingent or agreement; null: the goal has none
 * @param count leases that count
 * @param total leases concerned
 * @param unknown of which nobody can say, resources or agreement not being stated; they are in the
 *     total
 * @param targetPercent least share of the total; null: none
 * @param targetCount least number in the year; null: none stated
 */
public record Counter(
    Goal goal,
    String item,
    long count,
    long total,
    long unknown,
    Integer targetPercent,
    Integer targetCount) {

  /** The share in tenths of a percent, rounded half up; null when nothing is concerned. */
  public Integer permille() {
    return total == 0 ? null : (int) ((count * 2000 + total) / (2 * total));
  }

  /** How far the bar goes, 0 to 100: towards the target count, else the share itself. */
  public int bar() {
    if (targetPercent == null && targetCount != null && targetCount > 0) {
      return (int) Math.min(100, count * 100 / targetCount);
    }
    return total == 0 ? 0 : (int) (count * 100 / total);
  }

  /**
   * Leases lacking to the target, the total staying as it is; 0 when it is met or there is none.
   */
  public long gap() {
    if (targetCount != null) {
      return Math.max(0, targetCount - count);
    }
    return targetPercent == null ? 0 : Math.max(0, (total * targetPercent + 99) / 100 - count);
  }

  /** Whether it has a target. */
  public boolean aimed() {
    return targetPercent != null || targetCount != null;
  }

  /** Whether the target is reached; a goal that concerns nothing yet misses nothing. */
  public boolean met() {
    return gap() == 0;
  }
}
