package fr.toitcommun.persistence.allocation.eligibility;

import fr.toitcommun.persistence.allocation.AllocationRules;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.IncomeCeilings;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import fr.toitcommun.persistence.registration.figure.FigureUnit;
import fr.toitcommun.persistence.registration.figure.Operand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A household's income against the ceilings of each financing (R.441-1, L.442-12). */
public final class CeilingFigures {
  private static final String ARTICLE = "R.441-1; arrêté of 29 July 1987";

  private CeilingFigures() {}

  /**
   * The share of each financing's ceiling, and the first financing that admits the household.
   *
   * @param zone zone of ceilings where it is to live
   */
  public static List<Figure> of(
      HouseholdFacts facts, Reference reference, String zone, LocalDate day) {
    List<Figure> figures = new ArrayList<>();
    Figure.Making first = Figure.of(FigureKind.FIRST_FINANCING, FigureUnit.CODE, ARTICLE);
    String admits = null;
    for (FundingScheme scheme : FundingScheme.values()) {
      IncomeCeilings ceilings = AllocationRules.ceilings(reference, scheme, zone, day);
      Figure share = share(facts, scheme, ceilings, zone);
      figures.add(share);
      first.assumed(ceilings.assumed());
      if (facts.annualIncome() != null && admits == null) {
        boolean within = ceilings.admits(facts.category(), facts.annualIncome());
        first.states(
            within ? "within_ceiling" : "above_ceiling",
            Operand.word(scheme.name()),
            Operand.of(facts.annualIncome(), FigureUnit.EUROS_YEAR),
            Operand.of(ceilings.of(facts.category()), FigureUnit.EUROS_YEAR));
        admits = within ? scheme.name() : null;
      }
    }
    if (facts.annualIncome() == null) {
      figures.add(first.lacks("INCOME_N2").unknown());
    } else {
      figures.add(first.says(admits == null ? "NONE" : admits));
    }
    return figures;
  }

  /** The share of one financing's ceiling, in percent rounded up. */
  public static Figure share(
      HouseholdFacts facts, FundingScheme scheme, IncomeCeilings ceilings, String zone) {
    Figure.Making figure =
        Figure.of(FigureKind.CEILING_SHARE, FigureUnit.PERCENT, ARTICLE)
            .about(scheme.name())
            .assumed(ceilings.assumed());
    int ceiling = ceilings.of(facts.category());
    if (facts.category() > 6) {
      figure.step(
          "ceiling_beyond_six",
          ceiling,
          FigureUnit.EUROS_YEAR,
          Operand.of(ceilings.of(6), FigureUnit.EUROS_YEAR),
          Operand.of(facts.category() - 6L, FigureUnit.PERSONS),
          Operand.of(ceilings.eachFurther(), FigureUnit.EUROS_YEAR));
    }
    figure.step(
        "ceiling",
        ceiling,
        FigureUnit.EUROS_YEAR,
        Operand.word(scheme.name()),
        Operand.of(facts.category(), FigureUnit.CATEGORY),
        Operand.of(ceilings.year(), FigureUnit.NUMBER),
        Operand.code("CEILING_ZONE", zone));
    if (facts.annualIncome() == null) {
      return figure.lacks("INCOME_N2").unknown();
    }
    int percent = ceilings.percentOf(facts.category(), facts.annualIncome());
    return figure
        .step(
            "share",
            percent,
            FigureUnit.PERCENT,
            Operand.of(facts.annualIncome(), FigureUnit.EUROS_YEAR),
            Operand.of(ceiling, FigureUnit.EUROS_YEAR))
        .gives(percent);
  }
}
