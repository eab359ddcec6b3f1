package fr.toitcommun.persistence.allocation;

/**
 * What one criterion gave a demand.
 *
 * @param fact name of a {@link fr.toitcommun.persistence.allocation.scoring.ScoringFact}, or {@link
 *     CandidateRow#PROTECTED}
 * @param points counted today
 * @param pointsIfProven were what is only declared proven
 */
public record ScoreLine(String fact, int points, int pointsIfProven) {

  /** Whether a document is missing for it to count. */
  public boolean provisional() {
    return points != pointsIfProven;
  }
}
