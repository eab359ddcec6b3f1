package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.allocation.scoring.ScoringFact;

/**
 * What one criterion gave a demand.
 *
 * @param points counted today
 * @param pointsIfProven were what is only declared proven
 */
public record ScoreLine(ScoringFact fact, int points, int pointsIfProven) {

  /** Whether a document is missing for it to count. */
  public boolean provisional() {
    return points != pointsIfProven;
  }
}
