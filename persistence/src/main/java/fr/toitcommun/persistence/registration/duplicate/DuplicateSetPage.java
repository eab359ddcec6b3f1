package fr.toitcommun.persistence.registration.duplicate;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * A page of open sets.
 *
 * @param total how many sets the whole list has
 */
public record DuplicateSetPage(List<DuplicateSetRow> rows, long total) implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().flatMap(row -> row.uniqueNumbers().stream()).toList();
  }
}
