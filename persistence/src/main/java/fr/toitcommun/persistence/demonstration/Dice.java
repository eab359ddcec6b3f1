package fr.toitcommun.persistence.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance for one generated thing. Each thing throws its own dice, seeded by what it is and its
 * number, so that the same seed gives the same rows whatever is added before it.
 */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed, String what, long number) {
    random =
        new SplittableRandom(
            (seed ^ what.hashCode() * 0x9E3779B97F4A7C15L) + number * 0xD1B54A32D192ED03L);
  }

  /** True with this probability. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number, both ends included. */
  int between(int low, int high) {
    return high <= low ? low : random.nextInt(low, high + 1);
  }

  /** From 0 included to 1 excluded. */
  double share() {
    return random.nextDouble();
  }

  /** Exponentially distributed, cut off at a highest value. */
  double exponential(double mean, double highest) {
    double cut = 1 - Math.exp(-highest / mean);
    return -mean * Math.log1p(-random.nextDouble() * cut);
  }

  /** Around a mean, roughly normal (three throws). */
  double around(double mean, double spread) {
    double sum = random.nextDouble() + random.nextDouble() + random.nextDouble();
    return mean + (sum - 1.5) * 2 * spread;
  }

  LocalDate day(LocalDate from, LocalDate to) {
    return from.plusDays(between(0, (int) (to.toEpochDay() - from.toEpochDay())));
  }

  <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
