package fr.toitcommun.persistence.registration.work;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * Part of a list.
 *
 * @param total demands in the whole list
 */
public record WorkPage(List<WorkRow> rows, long total) implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(WorkRow::uniqueNumber).toList();
  }
}
