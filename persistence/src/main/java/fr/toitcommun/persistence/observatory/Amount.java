package fr.toitcommun.persistence.observatory;

import java.util.TreeMap;

/** How many, and how long they waited: what groups of the same cell add up to. */
final class Amount {
  /** Of none. */
  static final Amount NOTHING = new Amount();

  private long count;
  private long days;
  // Only medians need it, and a table has very many amounts.
  private TreeMap<Integer, Long> byMonths;

  long count() {
    return count;
  }

  void add(long more, long moreDays, Integer months) {
    count += more;
    days += moreDays;
    if (months != null) {
      if (byMonths == null) {
        byMonths = new TreeMap<>();
      }
      byMonths.merge(months, more, Long::sum);
    }
  }

  /** Mean wait in months of 30.4375 days; null of none. */
  Double mean() {
    return count == 0 ? null : days / (double) count / DAYS_OF_MONTH;
  }

  /** Whole months that half of them have waited; null of none. */
  Double median() {
    if (byMonths == null) {
      return null;
    }
    long passed = 0;
    for (var months : byMonths.entrySet()) {
      passed += months.getValue();
      if (passed * 2 >= count) {
        return (double) months.getKey();
      }
    }
    return null;
  }

  private static final double DAYS_OF_MONTH = 365.25 / 12;
}
