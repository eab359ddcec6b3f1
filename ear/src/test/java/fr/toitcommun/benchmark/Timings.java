package fr.toitcommun.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** How long each of many equal requests took. */
final class Timings {
  private static final double MILLISECOND = 1e6;

  private final long[] nanoseconds;

  /**
   * @param nanoseconds one for each request, in any order
   */
  Timings(long[] nanoseconds) {
    this.nanoseconds = nanoseconds.clone();
    Arrays.sort(this.nanoseconds);
  }

  int count() {
    return nanoseconds.length;
  }

  /**
   * The time that this share of the requests did not exceed.
   *
   * @param share 0.95 for the 95th percentile
   * @return milliseconds
   */
  double percentile(double share) {
    int rank = (int) Math.ceil(share * nanoseconds.length);
    return nanoseconds[Math.max(0, rank - 1)] / MILLISECOND;
  }

  /** Median, 95th and 99th percentile, as the report shows them. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms",
        percentile(0.5),
        percentile(0.95),
        percentile(0.99));
  }
}
