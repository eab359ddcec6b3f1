package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * Candidates taken out of a search: compared side by side, or as an extract.
 *
 * @param rows with their rank in the search
 * @param total how many the search has in all
 */
public record ChosenCandidates(
    List<CandidateRow> rows, long total, IncomeCeilings ceilings, Ranking ranking)
    implements Nominative {

  /** Whether there are more than these. */
  public boolean cut() {
    return total > rows.size();
  }

  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(CandidateRow::uniqueNumber).toList();
  }
}
