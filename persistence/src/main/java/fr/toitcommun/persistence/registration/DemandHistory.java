package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * A part of what happened to a demand, latest first.
 *
 * @param total how many events there are in all, of the kind asked for
 */
public record DemandHistory(String uniqueNumber, long total, List<DemandFile.Event> events)
    implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }
}
