package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/** Part of a list of proposals, and how many there are in all. */
public record ProposalPage(List<ProposalRow> rows, long total) implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(ProposalRow::uniqueNumber).distinct().toList();
  }
}
