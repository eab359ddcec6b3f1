package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * The vacant dwellings near a demand, those that fit first, then those that nearly do.
 *
 * @param rows the first of both
 * @param fits how many of them fit
 * @param total how many were compared: all that are vacant where the demand could live
 */
public record FittingDwellings(String uniqueNumber, List<Row> rows, long fits, long total)
    implements Nominative {

  /**
   * A vacant dwelling and how it fits.
   *
   * @param mine whether it belongs to the caller's stock
   */
  public record Row(VacancyRow vacancy, Fit fit, boolean mine) {}

  /** Those that fit. */
  public List<Row> fitting() {
    return rows.stream().filter(row -> row.fit().fits()).toList();
  }

  /** Those that do not, with the reason. */
  public List<Row> others() {
    return rows.stream().filter(row -> !row.fit().fits()).toList();
  }

  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }
}
