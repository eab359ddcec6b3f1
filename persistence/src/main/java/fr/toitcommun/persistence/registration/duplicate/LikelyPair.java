package fr.toitcommun.persistence.registration.duplicate;

/**
 * Two demands that may be one person's.
 *
 * @param first identity of one demand, the smaller
 * @param second identity of the other
 */
record LikelyPair(long first, long second, Likeness likeness) {

  /** Two demands without regard to which comes first. */
  record Demands(long first, long second) {
    static Demands of(long one, long other) {
      return new Demands(Math.min(one, other), Math.max(one, other));
    }
  }

  static LikelyPair of(long one, long other, Likeness likeness) {
    return new LikelyPair(Math.min(one, other), Math.max(one, other), likeness);
  }

  Demands demands() {
    return new Demands(first, second);
  }
}
