package fr.toitcommun.persistence.registration.priority;

import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.HouseholdFigures;
import fr.toitcommun.persistence.registration.MotivesForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import fr.toitcommun.persistence.registration.figure.OccupationRules;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What rules look at to find a likely priority.
 *
 * @param motives codes of DEMAND_MOTIVE
 * @param tenure code of CURRENT_HOUSING
 * @param age of the applicant, years
 * @param minor whether somebody to house is under 18
 * @param disabled whether somebody holds the card "invalidité" or a home adapted to a handicap is
 *     asked for
 * @param overOccupied whether the present home is known to be too small (R.822-25)
 * @param minimumIncome whether somebody receives the RSA
 * @param percentOfPlai share of the PLAI ceiling; null: income not stated
 * @param delayPassed whether it has waited longer than normal (L.441-1-4)
 */
public record DetectionFacts(
    List<String> motives,
    String tenure,
    int age,
    boolean minor,
    boolean disabled,
    boolean overOccupied,
    boolean minimumIncome,
    Integer percentOfPlai,
    boolean delayPassed) {
  private static final int OF_AGE = 18;
  private static final String MINIMUM_INCOME = "RSA";

  /** Takes them from a natural person's form. */
  public static DetectionFacts of(
      DemandForm form,
      OccupationRules occupation,
      Integer percentOfPlai,
      boolean delayPassed,
      LocalDate today) {
    MotivesForm motives = form.getMotives();
    List<PersonForm> persons =
        Stream.of(List.of(form.getApplicant()), form.getCoApplicants(), form.getDependants())
            .flatMap(List::stream)
            .toList();
    return new DetectionFacts(
        Arrays.asList(motives.getMain(), motives.getSecond(), motives.getThird()).stream()
            .filter(Objects::nonNull)
            .toList(),
        form.getCurrentHousing().getTenure(),
        age(form.getApplicant(), today),
        persons.stream().anyMatch(person -> age(person, today) < OF_AGE),
        form.getSought().isNeedsAdaptedDwelling()
            || persons.stream().anyMatch(PersonForm::isDisabled),
        HouseholdFigures.currentHome(form, occupation).stream()
            .filter(figure -> figure.kind() == FigureKind.OVER_OCCUPATION)
            .anyMatch(Figure::yes),
        persons.stream()
            .flatMap(person -> person.getResources().stream())
            .anyMatch(line -> MINIMUM_INCOME.equals(line.getCode())),
        percentOfPlai,
        delayPassed);
  }

  private static int age(PersonForm person, LocalDate today) {
    return person.getBirthDate().until(today).getYears();
  }

  boolean motive(String code) {
    return motives.contains(code);
  }
}
