package fr.toitcommun.persistence.observatory.quality;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * Part of the demands that an indicator finds, oldest deposit first.
 *
 * @param next the place after which the list goes on; null at its end
 * @param total demands in the whole list
 */
public record QualityPage(
    QualityIndicator indicator, List<QualityRow> rows, DueCursor next, long total)
    implements Nominative {
  /** Whether the indicator goes by what was found when each demand was last looked at. */
  public boolean isLookedAt() {
    return indicator.isLookedAt();
  }

  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(QualityRow::uniqueNumber).toList();
  }
}
