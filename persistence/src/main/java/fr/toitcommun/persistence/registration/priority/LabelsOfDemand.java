package fr.toitcommun.persistence.registration.priority;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * The priorities of a demand.
 *
 * @param labels those in force first
 * @param likely grounds that rules find in the demand and nobody has decided about
 * @param quotas contingents it is eligible to, by rule or certified: code list QUOTA
 * @param offered labels that the reader may certify of their own, {@code KIND CODE}
 */
public record LabelsOfDemand(
    String uniqueNumber,
    List<LabelRow> labels,
    List<LikelyGround> likely,
    List<String> quotas,
    List<String> offered)
    implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }
}
