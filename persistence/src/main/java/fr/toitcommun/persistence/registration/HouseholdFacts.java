package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/**
 * What the rules make of a household: the facts by which candidates are searched and ranked. How
 * each was reached is told by {@link HouseholdFigures}.
 *
 * @param size everyone to house: signers, persons in charge, children in shared custody (housed
 *     too, L.441-1) and children to be born
 * @param category category of {@link HouseholdCategory}
 * @param annualIncome reference tax income retained against ceilings, euros a year; null when a
 *     signer has not stated theirs
 * @param transfer the applicant is a tenant of social housing
 * @param salariedContributor an adult works for an employer who contributes to Action Logement
 * @param units consumption units; null for a body
 * @param annualResources euros a year of everyone; null when a signer has stated nothing
 * @param resourcesPerUnit euros a year; null when those are
 */
public record HouseholdFacts(
    int size,
    int category,
    Integer annualIncome,
    boolean transfer,
    boolean salariedContributor,
    BigDecimal units,
    Integer annualResources,
    Integer resourcesPerUnit) {

  /** Tenure code of a tenant of social housing. */
  public static final String SOCIAL_TENANT = "HLM";

  private static final int YEARS_AHEAD = 2;

  /**
   * Works out the facts of a valid form.
   *
   * @param rules amounts in force
   * @param today day on which ages are counted
   */
  public static HouseholdFacts of(DemandForm form, HouseholdRules rules, LocalDate today) {
    boolean transfer = SOCIAL_TENANT.equals(form.getCurrentHousing().getTenure());
    boolean contributor =
        form.getApplicant().isEmployerContributes()
            || form.getCoApplicants().stream().anyMatch(PersonForm::isEmployerContributes);
    if (form.getLegalPerson() != null) {
      return new HouseholdFacts(1, 1, null, transfer, contributor, null, null, null);
    }
    List<Figure> figures = HouseholdFigures.of(form, rules, today);
    return new HouseholdFacts(
        HouseholdFigures.size(form),
        whole(figures, FigureKind.CATEGORY),
        whole(figures, FigureKind.COMPARED_INCOME),
        transfer,
        contributor,
        value(figures, FigureKind.CONSUMPTION_UNITS),
        whole(figures, FigureKind.YEARLY_RESOURCES),
        whole(figures, FigureKind.RESOURCES_PER_UNIT));
  }

  private static BigDecimal value(List<Figure> figures, FigureKind kind) {
    return figures.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow().value();
  }

  private static Integer whole(List<Figure> figures, FigureKind kind) {
    BigDecimal value = value(figures, kind);
    return value == null ? null : value.intValueExact();
  }

  /**
   * The first day after this one on which the same form gives other facts, because somebody has a
   * birthday, another year's income counts, or a statement no longer serves; in two years at the
   * latest, when it is looked at again.
   */
  public static LocalDate until(DemandForm form, HouseholdRules rules, LocalDate today) {
    LocalDate last = today.plusYears(YEARS_AHEAD);
    if (form.getLegalPerson() != null) {
      return last;
    }
    HouseholdFacts now = of(form, rules, today);
    TreeSet<LocalDate> days = new TreeSet<>();
    for (int ahead = 1; ahead <= YEARS_AHEAD; ahead++) {
      days.add(LocalDate.of(today.getYear() + ahead, 1, 1));
    }
    boolean couple = HouseholdFigures.isCouple(form) && now.size() == 2;
    for (PersonForm person : form.persons()) {
      int age = person.getBirthDate().until(today).getYears();
      int from = couple ? age + 1 : rules.units().childBelowAge();
      int to = couple ? age + 1 + YEARS_AHEAD : rules.units().childBelowAge();
      for (int birthday = from; birthday <= to; birthday++) {
        LocalDate day = person.getBirthDate().plusYears(birthday);
        days.add(day);
        // Who was born on 29 February is a year older on 1 March of other years.
        days.add(day.plusDays(1));
      }
      if (person.getRecentIncomeTo() != null) {
        days.add(person.getRecentIncomeTo().plusMonths(rules.recentIncomeMonths()));
      }
    }
    return days.subSet(today, false, last, false).stream()
        .filter(day -> !of(form, rules, day).equals(now))
        .findFirst()
        .orElse(last);
  }
}
