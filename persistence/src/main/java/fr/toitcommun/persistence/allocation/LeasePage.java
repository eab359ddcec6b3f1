package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/** Part of a list of leases, and how many there are in all. */
public record LeasePage(List<LeaseRow> rows, long total) implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return rows.stream()
        .filter(row -> !row.erased())
        .map(LeaseRow::uniqueNumber)
        .distinct()
        .toList();
  }
}
