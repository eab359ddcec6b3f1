package fr.toitcommun.persistence.allocation.eligibility;

import fr.toitcommun.persistence.reference.QuartileThreshold;
import fr.toitcommun.persistence.reference.SizeGrid;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import fr.toitcommun.persistence.registration.figure.FigureUnit;
import fr.toitcommun.persistence.registration.figure.Operand;
import java.util.Optional;

/** What depends on where the home is: first quartile, grid of household and type. */
public final class TerritoryFigures {
  private TerritoryFigures() {}

  /**
   * Whether the household is of the first quartile of resources per unit (L.441-1).
   *
   * @param threshold in force there; empty when none is known
   * @param place name of the EPCI; null: none is meant
   */
  public static Figure firstQuartile(
      HouseholdFacts facts, Optional<QuartileThreshold> threshold, String place) {
    Figure.Making figure =
        Figure.of(FigureKind.FIRST_QUARTILE, FigureUnit.YES_NO, "L.441-1")
            .about(place)
            // Resources are monthly ones times twelve.
            .assumed(true);
    if (threshold.isEmpty()) {
      return figure.lacks("THRESHOLD").unknown();
    }
    QuartileThreshold amount = threshold.get();
    figure.step(
        amount.epciSiren() == null ? "threshold_anywhere" : "threshold",
        amount.amount(),
        FigureUnit.EUROS_YEAR_UNIT,
        Operand.of(amount.year(), FigureUnit.NUMBER),
        Operand.word(place));
    if (facts.resourcesPerUnit() == null) {
      return figure.lacks("RESOURCES").unknown();
    }
    boolean first = facts.resourcesPerUnit() <= amount.amount();
    figure.states(
        first ? "in_quartile" : "above_quartile",
        Operand.of(facts.resourcesPerUnit(), FigureUnit.EUROS_YEAR_UNIT),
        Operand.of(amount.amount(), FigureUnit.EUROS_YEAR_UNIT));
    return figure.says(first);
  }

  /** Whether the grid in force there has so many persons in that type of dwelling. */
  public static Figure sizeFits(HouseholdFacts facts, SizeGrid grid, DwellingType type) {
    boolean fits = grid.fit(facts.size(), type.name());
    String whose =
        grid.epciSiren() != null ? "EPCI" : grid.departementCode() != null ? "DEPARTEMENT" : "ALL";
    return Figure.of(FigureKind.SIZE_FITS, FigureUnit.YES_NO, "L.441-1, L.621-2")
        .about(type.name())
        .assumed(grid.assumed())
        .states("grid_of", Operand.code("GRID_TERRITORY", whose))
        .states(
            "grid_types",
            Operand.of(facts.size(), FigureUnit.PERSONS),
            Operand.word(String.join(", ", grid.typesFitting(facts.size()))))
        .says(fits);
  }
}
