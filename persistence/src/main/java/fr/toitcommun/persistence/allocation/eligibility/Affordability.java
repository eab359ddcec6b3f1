package fr.toitcommun.persistence.allocation.eligibility;

import static fr.toitcommun.persistence.registration.figure.FigureUnit.EUROS_DAY_UNIT;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.EUROS_MONTH;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.PERCENT;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.PERSONS;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.UNITS;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.reference.RunningCost;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import fr.toitcommun.persistence.registration.figure.Operand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a household can pay for a dwelling: effort rate (R.441-3-1; arrêté of 10 March 2011) and
 * residual income per consumption unit and day, which no text defines.
 */
public final class Affordability {
  private static final String EFFORT = "R.441-3-1; arrêté of 10 March 2011";
  private static final String RESIDUAL = "R.441-3-1 (practice)";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
  private static final BigDecimal DAYS = BigDecimal.valueOf(365);

  private final Reference reference;
  private final LocalDate day;

  /** With the amounts in force on that day. */
  public Affordability(Reference reference, LocalDate day) {
    this.reference = reference;
    this.day = day;
  }

  /** Housing cost less housing aid, as a share of resources, in percent with a decimal. */
  public Figure effortRate(HousingCost cost, Means means, int persons) {
    Figure.Making figure = Figure.of(FigureKind.EFFORT_RATE, PERCENT, EFFORT);
    int net = net(figure, cost, means, persons);
    if (means.resources() == null || means.resources() == 0) {
      return figure.lacks(means.resources() == null ? "RESOURCES" : "NO_RESOURCES").unknown();
    }
    BigDecimal rate =
        BigDecimal.valueOf(net)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(means.resources()), 1, RoundingMode.HALF_UP);
    figure.step(
        "effort",
        rate,
        PERCENT,
        Operand.of(net, EUROS_MONTH),
        Operand.of(means.resources(), EUROS_MONTH));
    BigDecimal most = reference.number("EFFORT_RATE_MOST", day);
    figure.states(
        rate.compareTo(most) > 0 ? "effort_above" : "effort_below", Operand.of(most, PERCENT));
    return figure.gives(rate);
  }

  /** What is left per consumption unit and day, in euros with two decimals; may be negative. */
  public Figure residualIncome(HousingCost cost, Means means, HouseholdFacts facts) {
    Figure.Making figure =
        Figure.of(FigureKind.RESIDUAL_INCOME, EUROS_DAY_UNIT, RESIDUAL).assumed(true);
    int net = net(figure, cost, means, facts.size());
    if (means.resources() == null || facts.units() == null) {
      return figure.lacks("RESOURCES").unknown();
    }
    int left = means.resources() - net - means.debts();
    figure.step(
        "left",
        left,
        EUROS_MONTH,
        Operand.of(means.resources(), EUROS_MONTH),
        Operand.of(net, EUROS_MONTH),
        Operand.of(means.debts(), EUROS_MONTH));
    BigDecimal perDay =
        BigDecimal.valueOf(left)
            .multiply(MONTHS)
            .divide(DAYS.multiply(facts.units()), 2, RoundingMode.HALF_UP);
    figure.step(
        "per_day",
        perDay,
        EUROS_DAY_UNIT,
        Operand.of(left, EUROS_MONTH),
        Operand.of(facts.units(), UNITS));
    BigDecimal least = reference.number("RESIDUAL_INCOME_LEAST", day);
    figure.states(
        perDay.compareTo(least) < 0 ? "residual_below" : "residual_above",
        Operand.of(least, EUROS_DAY_UNIT));
    return figure.gives(perDay);
  }

  /** Rents, charges, contribution and flat amounts less the aid, never below zero. */
  private int net(Figure.Making figure, HousingCost cost, Means means, int persons) {
    int total =
        cost.mainRent() + cost.accessoryRents() + cost.charges() + cost.energyContribution();
    figure.step("main_rent", cost.mainRent(), EUROS_MONTH);
    if (cost.accessoryRents() > 0) {
      figure.step("accessory_rents", cost.accessoryRents(), EUROS_MONTH);
    }
    figure.step("charges", cost.charges(), EUROS_MONTH);
    if (cost.energyContribution() > 0) {
      figure.step("energy_contribution", cost.energyContribution(), EUROS_MONTH);
    }
    if (cost.waterApart()) {
      total += flat(figure, RunningCost.WATER, cost, persons);
    }
    if (cost.heatingApart()) {
      total += flat(figure, RunningCost.HEATING, cost, persons);
    }
    int aid = means.housingAid() == null ? 0 : means.housingAid();
    if (means.housingAid() == null) {
      figure.lacks("HOUSING_AID").assumed(true);
    } else {
      figure
          .step(means.aidEstimated() ? "present_aid" : "housing_aid", -aid, EUROS_MONTH)
          .assumed(means.aidEstimated());
    }
    int net = Math.max(0, total - aid);
    figure.step("net_cost", net, EUROS_MONTH);
    return net;
  }

  private int flat(Figure.Making figure, String kind, HousingCost cost, int persons) {
    Optional<RunningCost> amount = reference.runningCost(kind, cost.type().name(), persons, day);
    if (amount.isEmpty()) {
      figure.lacks(kind);
      return 0;
    }
    figure
        .step(
            "flat_" + kind,
            amount.get().amount(),
            EUROS_MONTH,
            Operand.of(persons, PERSONS),
            Operand.word(cost.type().name()))
        .assumed(amount.get().assumed());
    return amount.get().amount();
  }
}
