package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.WishedLocation;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a dwelling fits a demand, criterion by criterion: the same rule as the search of
 * candidates, read the other way round.
 *
 * @param criteria in the order they are tried
 */
public record Fit(List<Criterion> criteria) {
  /** What is compared. */
  public enum Kind {
    /** The municipality is among the wishes. */
    LOCATION,
    /** The type is among those asked for. */
    TYPE,
    /** The household's size fits the type. */
    SIZE,
    /** The income is under the ceiling (R.441-1). */
    INCOME
  }

  /**
   * One criterion.
   *
   * @param met whether it is met
   * @param asked what the dwelling asks or offers
   * @param given what the demand states
   */
  public record Criterion(Kind kind, boolean met, String asked, String given) {}

  /** Compares a demand with a dwelling. */
  public static Fit of(
      Demand demand,
      String municipalityCode,
      DwellingType type,
      List<Integer> sizes,
      IncomeCeilings ceilings) {
    List<Criterion> criteria = new ArrayList<>();
    int choice =
        demand.locations().stream()
            .filter(location -> location.municipalityCode().equals(municipalityCode))
            .mapToInt(WishedLocation::rank)
            .findFirst()
            .orElse(0);
    criteria.add(
        new Criterion(Kind.LOCATION, choice > 0, municipalityCode, String.valueOf(choice)));
    criteria.add(
        new Criterion(
            Kind.TYPE,
            demand.types().contains(type),
            type.name(),
            String.join(", ", demand.types().stream().sorted().map(Enum::name).toList())));
    criteria.add(
        new Criterion(
            Kind.SIZE,
            sizes.contains(demand.householdSize()),
            sizes.toString(),
            String.valueOf(demand.householdSize())));
    criteria.add(
        new Criterion(
            Kind.INCOME,
            ceilings.admits(demand.householdCategory(), demand.annualIncome()),
            String.valueOf(ceilings.of(demand.householdCategory())),
            demand.annualIncome() == null ? null : String.valueOf(demand.annualIncome())));
    return new Fit(List.copyOf(criteria));
  }

  /** Whether every criterion is met. */
  public boolean fits() {
    return criteria.stream().allMatch(Criterion::met);
  }

  /** The first criterion that fails; null when all are met. */
  public Criterion firstFailure() {
    return criteria.stream().filter(criterion -> !criterion.met()).findFirst().orElse(null);
  }

  /** How many criteria are met. */
  public long met() {
    return criteria.stream().filter(Criterion::met).count();
  }
}
