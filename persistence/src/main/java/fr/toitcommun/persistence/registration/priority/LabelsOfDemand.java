package fr.toitcommun.persistence.registration.priority;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.registration.SubjectScore;
import java.util.List;

/**
 * What puts a demand before others: its priorities and its scores.
 *
 * @param labels those in force first
 * @param likely grounds that rules find in the demand and nobody has decided about
 * @param quotas contingents it is eligible to, by rule or certified: code list QUOTA
 * @param offered labels that the reader may certify of their own, {@code KIND CODE}
 * @param scores its points in each wished territory with a grid, and what makes them up
 *     (R.441-2-10)
 */
public record LabelsOfDemand(
    String uniqueNumber,
    List<LabelRow> labels,
    List<LikelyGround> likely,
    List<String> quotas,
    List<String> offered,
    List<SubjectScore> scores)
    implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }
}
