package fr.toitcommun.web.api;

import fr.toitcommun.persistence.allocation.Fit;
import fr.toitcommun.persistence.allocation.FittingDwellings;
import fr.toitcommun.persistence.allocation.VacancyRow;
import java.util.List;

/**
 * The vacant dwellings near a demand, those that fit first, then those that nearly do.
 *
 * @param total how many are vacant there in all
 * @param compared how many of them were compared
 * @param fitting how many of those compared fit
 * @param dwellings a hundred of them at most
 */
public record FittingAnswer(
    String uniqueNumber, long total, int compared, long fitting, List<Row> dwellings) {

  /**
   * A vacant dwelling.
   *
   * @param fits whether every criterion is met
   * @param mine whether it belongs to the caller's stock
   * @param criteria why, one by one
   */
  public record Row(boolean fits, boolean mine, VacancyRow vacancy, List<Fit.Criterion> criteria) {}

  static FittingAnswer of(FittingDwellings found) {
    return new FittingAnswer(
        found.uniqueNumber(),
        found.total(),
        Math.toIntExact(found.total()),
        found.fits(),
        found.rows().stream()
            .map(row -> new Row(row.fit().fits(), row.mine(), row.vacancy(), row.fit().criteria()))
            .toList());
  }
}
