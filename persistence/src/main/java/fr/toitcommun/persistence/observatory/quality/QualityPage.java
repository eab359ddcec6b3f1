package fr.toitcommun.persistence.observatory.quality;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * Part of the demands that an indicator finds, oldest deposit first.
 *
 * @param total demands in the whole list
 */
public record QualityPage(QualityIndicator indicator, List<QualityRow> rows, long total)
    implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(QualityRow::uniqueNumber).toList();
  }
}
