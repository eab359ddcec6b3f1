package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * Part of a list of demands.
 *
 * @param rows those of this page
 * @param total how many there are in all
 */
public record DemandPage(List<DemandSummary> rows, long total) implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(DemandSummary::uniqueNumber).toList();
  }
}
