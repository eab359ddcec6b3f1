package fr.toitcommun.persistence.commission;

/** Why fewer than three demands may be examined for a dwelling (R.441-3). */
public enum CandidateException {
  NONE,
  /** Too few candidates: the reason is stated. */
  TOO_FEW_CANDIDATES,
  /** Candidates designated by the préfet under the enforceable right to housing. */
  DALO_DESIGNATION,
  /** A dwelling subsidised under D.331-25-1. */
  ADAPTED_PLAI
}
