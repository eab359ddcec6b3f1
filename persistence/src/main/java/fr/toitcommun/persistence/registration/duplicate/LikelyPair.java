package fr.toitcommun.persistence.registration.duplicate;

import java.util.ArrayList;
import java.util.List;

/**
 * Two demands that may be one person's.
 *
 * @param first identity of one demand, the smaller
 * @param second identity of the other
 * @param likeness of those of their signers who are thought to be one person
 * @param applicants whether these are the applicants of both
 */
record LikelyPair(long first, long second, Likeness likeness, boolean applicants) {

  /** Two demands without regard to which comes first. */
  record Demands(long first, long second) {
    static Demands of(long one, long other) {
      return new Demands(Math.min(one, other), Math.max(one, other));
    }
  }

  /** Two demands whose applicants are alike. */
  static LikelyPair ofApplicants(long one, long other, Likeness likeness) {
    return new LikelyPair(Math.min(one, other), Math.max(one, other), likeness, true);
  }

  /** Two demands of which another signer than the two applicants is the same person. */
  static LikelyPair ofSigners(long one, long other, Likeness likeness) {
    List<LikenessReason> reasons = new ArrayList<>(likeness.reasons());
    reasons.add(LikenessReason.CO_APPLICANT);
    Likeness said = new Likeness(likeness.likelihood(), reasons);
    return new LikelyPair(Math.min(one, other), Math.max(one, other), said, false);
  }

  /** Of two findings on the same demands the one to tell: what is said of the applicants first. */
  LikelyPair or(LikelyPair other) {
    if (applicants != other.applicants) {
      return applicants ? this : other;
    }
    return likeness.likelihood() >= other.likeness.likelihood() ? this : other;
  }

  Demands demands() {
    return new Demands(first, second);
  }
}
