package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.registration.work.WorkRow;
import java.util.List;

/**
 * Part of the demands behind a figure.
 *
 * @param total demands in the whole list
 * @param more whether the list goes on after this part
 */
public record BehindPage(List<WorkRow> rows, long total, boolean more) implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(WorkRow::uniqueNumber).toList();
  }
}
