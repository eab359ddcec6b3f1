package fr.toitcommun.web.api;

import fr.toitcommun.persistence.allocation.Fit;
import fr.toitcommun.persistence.allocation.FittingDwellings;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;
import java.util.List;

/**
 * The vacant dwellings near a demand, those that fit first, then those that nearly do.
 *
 * @param total how many are vacant there in all
 * @param compared the same: all of them are compared
 * @param fitting how many of those compared fit
 * @param dwellings a hundred at most of those that fit, and a hundred of the others
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
  public record Row(boolean fits, boolean mine, Offered vacancy, List<Fit.Criterion> criteria) {}

  /**
   * What every partner may know of a vacant dwelling: what is offered, not why it is vacant, nor to
   * whom it is reserved, nor how its landlord works. Its own landlord reads the rest in its
   * vacancy.
   *
   * @param rent main rent, euros a month
   * @param charges euros a month
   * @param accessoryRents garage, garden and the like, euros a month
   * @param energyContribution the tenant's share of energy-saving works, euros a month
   * @param totalRent all of these
   */
  public record Offered(
      long vacancyId,
      String landlord,
      String municipalityCode,
      String municipality,
      String departementCode,
      String address,
      Integer floor,
      boolean lift,
      boolean wheelchair,
      String category,
      DwellingType type,
      int surface,
      FundingScheme scheme,
      String energyClass,
      boolean priorityDistrict,
      int rent,
      int charges,
      int accessoryRents,
      int energyContribution,
      int totalRent,
      LocalDate availableFrom) {

    private static Offered of(VacancyRow row) {
      return new Offered(
          row.vacancyId(),
          row.landlord(),
          row.municipalityCode(),
          row.municipality(),
          row.departementCode(),
          row.address(),
          row.floor(),
          row.lift(),
          row.wheelchair(),
          row.category(),
          row.type(),
          row.surface(),
          row.scheme(),
          row.energyClass(),
          row.priorityDistrict(),
          row.rent(),
          row.charges(),
          row.accessoryRents(),
          row.energyContribution(),
          row.totalRent(),
          row.availableFrom());
    }
  }

  static FittingAnswer of(FittingDwellings found) {
    return new FittingAnswer(
        found.uniqueNumber(),
        found.total(),
        (int) found.total(),
        found.fits(),
        found.rows().stream()
            .map(
                row ->
                    new Row(
                        row.fit().fits(),
                        row.mine(),
                        Offered.of(row.vacancy()),
                        row.fit().criteria()))
            .toList());
  }
}
