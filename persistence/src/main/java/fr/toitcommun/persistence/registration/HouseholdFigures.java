package fr.toitcommun.persistence.registration;

import static fr.toitcommun.persistence.registration.figure.FigureUnit.CATEGORY;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.EUROS_MONTH;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.EUROS_YEAR;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.EUROS_YEAR_UNIT;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.NUMBER;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.PERSONS;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.UNITS;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.YEARS;

import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import fr.toitcommun.persistence.registration.figure.Occupation;
import fr.toitcommun.persistence.registration.figure.OccupationRules;
import fr.toitcommun.persistence.registration.figure.Operand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What the rules make of a household by itself, each figure with the way to it. The values that
 * demands are searched and ranked by are these ({@link HouseholdFacts}).
 */
public final class HouseholdFigures {
  private static final String CATEGORY_ARTICLE = "arrêté of 29 July 1987, annex I; L.441-1";
  private static final String UNITS_ARTICLE = "L.441-1";
  private static final String PAID = "PAV";
  private static final int MONTHS = 12;
  private static final List<String> COUPLE_LINKS = List.of("M", "P", "C");

  private HouseholdFigures() {}

  /**
   * Category, compared income, consumption units and resources of a household; nothing of a body.
   *
   * @param today day on which ages and years are counted
   */
  public static List<Figure> of(DemandForm form, HouseholdRules rules, LocalDate today) {
    if (form.getLegalPerson() != null) {
      return List.of();
    }
    Figure units = units(form, rules.units(), today);
    Figure resources = resources(form);
    return List.of(
        category(form, rules, today),
        ComparedIncome.of(form, rules, today),
        units,
        resources,
        perUnit(resources, units));
  }

  /** Whether the present home is too small or too big; nothing for who has none or is lodged. */
  public static List<Figure> currentHome(DemandForm form, OccupationRules rules) {
    CurrentHousingForm home = form.getCurrentHousing();
    if (form.getLegalPerson() != null
        || home.getSurface() == null && home.getType() == null && home.getOccupants() == null) {
      return List.of();
    }
    Integer rooms =
        home.getType() == null
            ? null
            : Integer.valueOf(DwellingType.valueOf(home.getType()).rooms());
    return List.of(
        Occupation.over(rules, home.getSurface(), home.getOccupants()),
        Occupation.under(rules, rooms, home.getOccupants()));
  }

  /** Everyone to house: children to be born and those who come in turn or to visit, too. */
  static int size(DemandForm form) {
    return form.persons().size() + expected(form);
  }

  private static int expected(DemandForm form) {
    return Objects.requireNonNullElse(form.getExpectedChildren(), 0);
  }

  static Figure category(DemandForm form, HouseholdRules rules, LocalDate today) {
    int size = size(form);
    int dependants = size - form.signers().size();
    Figure.Making figure =
        Figure.of(FigureKind.CATEGORY, CATEGORY, CATEGORY_ARTICLE)
            .step(
                "household",
                size,
                PERSONS,
                Operand.of(form.signers().size(), NUMBER),
                Operand.of(form.getDependants().size(), NUMBER),
                Operand.of(expected(form), NUMBER));
    boolean disabled = form.persons().stream().anyMatch(PersonForm::isDisabled);
    boolean young = false;
    if (isCouple(form) && dependants == 0) {
      int ages = form.signers().stream().mapToInt(person -> age(person, today)).sum();
      young = ages <= rules.youngCoupleAgeSum();
      figure.states(
          young ? "young_couple" : "couple",
          Operand.of(ages, YEARS),
          Operand.of(rules.youngCoupleAgeSum(), YEARS));
    } else if (form.signers().size() == 1) {
      figure.states(dependants == 0 ? "alone" : "alone_with_dependants");
    }
    if (disabled) {
      figure.states("disabled");
    }
    return figure.gives(HouseholdCategory.of(size, dependants, young, disabled));
  }

  /** Whether the two who sign are a couple, not flatmates. */
  static boolean isCouple(DemandForm form) {
    return form.getCoApplicants().size() == 1
        && COUPLE_LINKS.contains(
            Objects.requireNonNullElse(form.getCoApplicants().get(0).getApplicantLink(), ""));
  }

  private static int age(PersonForm person, LocalDate today) {
    return person.getBirthDate().until(today).getYears();
  }

  static Figure units(DemandForm form, UnitScale scale, LocalDate today) {
    List<PersonForm> others = form.persons().subList(1, form.persons().size());
    long children =
        others.stream().filter(person -> age(person, today) < scale.childBelowAge()).count();
    long older = others.size() - children;
    children += expected(form);
    BigDecimal units =
        BigDecimal.ONE
            .add(scale.otherPerson().multiply(BigDecimal.valueOf(older)))
            .add(scale.child().multiply(BigDecimal.valueOf(children)));
    return Figure.of(FigureKind.CONSUMPTION_UNITS, UNITS, UNITS_ARTICLE)
        .assumed(scale.assumed())
        .step("units_first", BigDecimal.ONE, UNITS)
        .step(
            "units_others",
            scale.otherPerson().multiply(BigDecimal.valueOf(older)),
            UNITS,
            Operand.of(older, NUMBER),
            Operand.of(scale.otherPerson(), NUMBER),
            Operand.of(scale.childBelowAge(), YEARS))
        .step(
            "units_children",
            scale.child().multiply(BigDecimal.valueOf(children)),
            UNITS,
            Operand.of(children, NUMBER),
            Operand.of(scale.child(), NUMBER),
            Operand.of(scale.childBelowAge(), YEARS))
        .gives(units.setScale(1, RoundingMode.HALF_UP));
  }

  /** Monthly resources received of everyone, housing aid excluded, times twelve. */
  static Figure resources(DemandForm form) {
    Figure.Making figure =
        Figure.of(FigureKind.YEARLY_RESOURCES, EUROS_YEAR, UNITS_ARTICLE).assumed(true);
    if (!form.signers().stream().allMatch(HouseholdFigures::statedResources)) {
      return figure.lacks("RESOURCES").unknown();
    }
    List<PersonForm> persons = form.persons();
    long monthly =
        IntStream.range(0, persons.size())
            .mapToLong(
                at -> {
                  int received = monthly(persons.get(at), false);
                  if (received > 0) {
                    figure.step("monthly_of", received, EUROS_MONTH, Operand.of(at + 1L, NUMBER));
                  }
                  return received;
                })
            .sum();
    long year = Math.min(Integer.MAX_VALUE, monthly * MONTHS);
    return figure
        .step("times_twelve", year, EUROS_YEAR, Operand.of(monthly, EUROS_MONTH))
        .gives(year);
  }

  /** Resources of a year of everyone, euros; null while a signer has stated nothing. */
  public static Integer yearlyResources(DemandForm form) {
    return resources(form).whole();
  }

  private static boolean statedResources(PersonForm person) {
    return person.isWithoutResources()
        || person.getResources().stream()
            .anyMatch(line -> line.getCode() != null && line.getAmount() != null);
  }

  private static int monthly(PersonForm person, boolean paid) {
    return person.getResources().stream()
        .filter(line -> line.getCode() != null && line.getAmount() != null)
        .filter(line -> PAID.equals(line.getCode()) == paid)
        .mapToInt(ResourceForm::getAmount)
        .sum();
  }

  /** What the household pays to others each month, such as maintenance, euros. */
  public static int paidMonthly(DemandForm form) {
    return form.persons().stream().mapToInt(person -> monthly(person, true)).sum();
  }

  private static Figure perUnit(Figure resources, Figure units) {
    Figure.Making figure =
        Figure.of(FigureKind.RESOURCES_PER_UNIT, EUROS_YEAR_UNIT, UNITS_ARTICLE)
            .assumed(resources.assumed() || units.assumed());
    if (!resources.known()) {
      return figure.lacks("RESOURCES").unknown();
    }
    BigDecimal perUnit = resources.value().divide(units.value(), 0, RoundingMode.HALF_UP);
    return figure
        .step(
            "per_unit",
            perUnit,
            EUROS_YEAR_UNIT,
            Operand.of(resources.value(), EUROS_YEAR),
            Operand.of(units.value(), UNITS))
        .gives(perUnit);
  }
}
