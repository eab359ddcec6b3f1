package fr.toitcommun.persistence.allocation.eligibility;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import java.util.List;
import java.util.Optional;

/**
 * The figures of a candidate for a dwelling: those of the household, and those against what is
 * offered.
 *
 * @param vacancyId the vacant dwelling
 * @param cost what it costs, as it was reckoned with
 * @param means what the household has, as it was reckoned with
 * @param household category, income, units, resources and shares of ceilings
 * @param dwelling ceiling of its financing, quartile where it is, occupation, grid, effort rate and
 *     residual income
 */
public record CandidateFigures(
    long vacancyId,
    long demandId,
    String uniqueNumber,
    HousingCost cost,
    Means means,
    List<Figure> household,
    List<Figure> dwelling)
    implements Nominative {

  /** A figure against the dwelling, or else of the household; empty for a body. */
  public Optional<Figure> figure(FigureKind kind) {
    return dwelling.stream()
        .filter(one -> one.kind() == kind)
        .findFirst()
        .or(() -> household.stream().filter(one -> one.kind() == kind).findFirst());
  }

  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }
}
