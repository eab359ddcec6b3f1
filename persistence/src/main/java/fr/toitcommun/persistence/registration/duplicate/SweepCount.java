package fr.toitcommun.persistence.registration.duplicate;

/**
 * What a search for duplicates did.
 *
 * @param compared comparisons of two persons
 * @param pairs pairs of demands likely enough for a set, those already known among them
 * @param opened sets opened
 * @param grown open sets that a demand joined
 * @param left sets closed because all but one of their demands had left the file
 */
public record SweepCount(long compared, int pairs, int opened, int grown, int left) {
  /** Nothing done yet. */
  public static final SweepCount NONE = new SweepCount(0, 0, 0, 0, 0);

  /** Both together. */
  public SweepCount plus(SweepCount other) {
    return new SweepCount(
        compared + other.compared,
        pairs + other.pairs,
        opened + other.opened,
        grown + other.grown,
        left + other.left);
  }
}
