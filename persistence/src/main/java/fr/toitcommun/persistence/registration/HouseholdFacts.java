package fr.toitcommun.persistence.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the rules make of a household: the facts by which candidates are searched and ranked.
 *
 * @param size everyone to house: signers, persons in charge, children in shared custody (housed
 *     too, L.441-1) and children to be born
 * @param category category of {@link HouseholdCategory}
 * @param annualIncome reference tax income retained against ceilings, euros a year; null when a
 *     signer has not stated theirs
 * @param transfer the applicant is a tenant of social housing
 * @param salariedContributor an adult works for an employer who contributes to Action Logement
 */
public record HouseholdFacts(
    int size, int category, Integer annualIncome, boolean transfer, boolean salariedContributor) {

  /** Tenure code of a tenant of social housing. */
  public static final String SOCIAL_TENANT = "HLM";

  private static final List<String> COUPLE_LINKS = List.of("M", "P", "C");

  /**
   * Works out the facts of a valid form.
   *
   * @param rules amounts in force
   * @param today day on which ages are counted
   */
  public static HouseholdFacts of(DemandForm form, HouseholdRules rules, LocalDate today) {
    int expected = Objects.requireNonNullElse(form.getExpectedChildren(), 0);
    int dependants = form.getDependants().size() + expected;
    int signers = 1 + form.getCoApplicants().size();
    boolean disabled =
        form.getApplicant().isDisabled()
            || form.getCoApplicants().stream().anyMatch(PersonForm::isDisabled)
            || form.getDependants().stream().anyMatch(PersonForm::isDisabled);
    boolean contributor =
        form.getApplicant().isEmployerContributes()
            || form.getCoApplicants().stream().anyMatch(PersonForm::isEmployerContributes);
    return new HouseholdFacts(
        signers + dependants,
        HouseholdCategory.of(
            signers + dependants, dependants, youngCouple(form, expected, rules, today), disabled),
        retainedIncome(form, rules, today.getYear()),
        SOCIAL_TENANT.equals(form.getCurrentHousing().getTenure()),
        contributor);
  }

  private static boolean youngCouple(
      DemandForm form, int expected, HouseholdRules rules, LocalDate today) {
    if (form.getCoApplicants().size() != 1
        || !form.getDependants().isEmpty()
        || expected > 0
        || !COUPLE_LINKS.contains(form.getCoApplicants().get(0).getApplicantLink())) {
      return false;
    }
    return age(form.getApplicant(), today) + age(form.getCoApplicants().get(0), today)
        <= rules.youngCoupleAgeSum();
  }

  private static int age(PersonForm person, LocalDate today) {
    return person.getBirthDate().until(today).getYears();
  }

  /**
   * N-2, or N-1 when it is lower by the share that the rules set (L.441-1; arrêté of 29 July 1987).
   */
  private static Integer retainedIncome(DemandForm form, HouseholdRules rules, int thisYear) {
    Integer beforeLast = sum(form, person -> latestUpTo(person, thisYear - 2, thisYear));
    Integer last = sum(form, person -> incomeOf(person, thisYear - 1, thisYear));
    if (beforeLast == null || last == null) {
      return beforeLast;
    }
    long threshold = (long) beforeLast * (100 - rules.incomeDecreasePercent());
    return last * 100L <= threshold ? last : beforeLast;
  }

  /**
   * What a person stated for that year, euros; null when nothing. Amounts stay those of their years
   * when time goes on: what was last year's is the year before's a year later.
   */
  static Integer incomeOf(PersonForm person, int year, int thisYear) {
    int first = firstYear(person, thisYear);
    if (first == year) {
      return person.getTaxIncomeN2();
    }
    return first + 1 == year ? person.getTaxIncomeN1() : null;
  }

  /** The year of the earlier amount: the one the form asks for today, unless another is stated. */
  private static int firstYear(PersonForm person, int thisYear) {
    return Objects.requireNonNullElse(person.getTaxYear(), thisYear - 2);
  }

  /** The latest amount stated of that year or an earlier one: an old notice is better than none. */
  private static Integer latestUpTo(PersonForm person, int year, int thisYear) {
    Integer next = person.getTaxIncomeN1();
    return firstYear(person, thisYear) < year && next != null ? next : person.getTaxIncomeN2();
  }

  private static Integer sum(DemandForm form, Function<PersonForm, Integer> income) {
    long total = 0;
    Integer applicant = income.apply(form.getApplicant());
    if (applicant == null) {
      return null;
    }
    total += applicant;
    for (PersonForm coApplicant : form.getCoApplicants()) {
      Integer amount = income.apply(coApplicant);
      if (amount == null) {
        return null;
      }
      total += amount;
    }
    for (PersonForm dependant : form.getDependants()) {
      // A dependant who states no income is taxed with the adults.
      total += Objects.requireNonNullElse(income.apply(dependant), 0);
    }
    return (int) Math.min(total, Integer.MAX_VALUE);
  }
}
