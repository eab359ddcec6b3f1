package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import java.util.ArrayList;
import java.util.List;

/**
 * What one criterion gave a demand.
 *
 * @param fact name of a {@link ScoringFact}, or {@link CandidateRow#PROTECTED}
 * @param points counted today
 * @param pointsIfProven were what is only declared proven
 */
public record ScoreLine(String fact, int points, int pointsIfProven) {

  /** Whether a document is missing for it to count. */
  public boolean provisional() {
    return points != pointsIfProven;
  }

  /**
   * The lines of a stored score, in the order of its grid. To who may not know of health and
   * violence all grounds are one line, the last: were each a line of its own, its place or its
   * points in a grid that everybody reads would name the ground.
   *
   * @param facts of the grid, in order
   * @param points of each; fewer than facts where the score is of an earlier grid
   */
  public static List<ScoreLine> told(
      List<ScoringFact> facts, int[] points, int[] ifProven, boolean secretsTold) {
    List<ScoreLine> lines = new ArrayList<>();
    boolean folded = false;
    int folds = 0;
    int foldsIfProven = 0;
    for (int i = 0; i < Math.min(facts.size(), points.length); i++) {
      if (secretsTold || !facts.get(i).ground()) {
        lines.add(new ScoreLine(facts.get(i).name(), points[i], ifProven[i]));
      } else {
        folded = true;
        folds += points[i];
        foldsIfProven += ifProven[i];
      }
    }
    if (folded) {
      lines.add(new ScoreLine(CandidateRow.PROTECTED, folds, foldsIfProven));
    }
    return List.copyOf(lines);
  }
}
