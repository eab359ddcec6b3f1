package fr.toitcommun.persistence.registration;

import static fr.toitcommun.persistence.registration.figure.FigureUnit.EUROS_YEAR;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.NUMBER;
import static fr.toitcommun.persistence.registration.figure.FigureUnit.PERCENT;

import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import fr.toitcommun.persistence.registration.figure.Operand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The income that is compared with ceilings (L.442-12, L.441-1; arrêté of 29 July 1987): the
 * reference tax income of the year before last of all persons of the household; that of last year,
 * or of the last twelve months when an event explains it, where it is lower by the share that the
 * rules set; and while a couple is parting, the applicant's own alone.
 */
final class ComparedIncome {
  private static final String ARTICLE = "L.442-12, L.441-1";

  private final DemandForm form;
  private final HouseholdRules rules;
  private final LocalDate today;
  private final int thisYear;
  private final boolean alone;

  private ComparedIncome(DemandForm form, HouseholdRules rules, LocalDate today) {
    this.form = form;
    this.rules = rules;
    this.today = today;
    thisYear = today.getYear();
    alone = form.getSeparation() != null;
  }

  /** Works it out; without a value while a signer whose income counts has not stated theirs. */
  static Figure of(DemandForm form, HouseholdRules rules, LocalDate today) {
    return new ComparedIncome(form, rules, today).figure();
  }

  private record Part(String key, Operand which, Integer amount) {}

  private Figure figure() {
    Figure.Making figure = Figure.of(FigureKind.COMPARED_INCOME, EUROS_YEAR, ARTICLE);
    if (alone) {
      figure.states("parting", Operand.code("SEPARATION", form.getSeparation()));
    }
    Integer beforeLast =
        sum(figure, "n2", thisYear - 2, person -> latestUpTo(person, thisYear - 2, thisYear));
    if (beforeLast == null) {
      return figure.lacks("INCOME_N2").unknown();
    }
    Integer retained = beforeLast;
    Integer last = sum(figure, "n1", thisYear - 1, p -> incomeOf(p, thisYear - 1, thisYear));
    if (last != null) {
      retained = lower(figure, "n1", beforeLast, last, retained);
    }
    if (persons().stream().anyMatch(this::hasRecent)) {
      Integer recent = sum(figure, "recent", null, this::recentOrLatest);
      if (recent != null) {
        figure.assumed(signers().stream().anyMatch(person -> !hasRecent(person)));
        retained = lower(figure, "recent", beforeLast, recent, retained);
      }
    }
    figure.step("retained", retained, EUROS_YEAR);
    return figure.gives(retained);
  }

  /** The smaller one when it is lower than that of N-2 by the share that the rules set. */
  private Integer lower(
      Figure.Making figure, String what, int beforeLast, int amount, Integer retained) {
    long threshold = (long) beforeLast * (100 - rules.incomeDecreasePercent());
    boolean counts = amount * 100L <= threshold && amount < beforeLast;
    figure.states(
        (counts ? "lower_enough_" : "not_lower_") + what,
        Operand.of(amount, EUROS_YEAR),
        Operand.of(beforeLast, EUROS_YEAR),
        Operand.of(rules.incomeDecreasePercent(), PERCENT));
    return counts ? Math.min(retained, amount) : retained;
  }

  private List<PersonForm> signers() {
    return alone ? List.of(form.getApplicant()) : form.signers();
  }

  private List<PersonForm> persons() {
    return alone ? List.of(form.getApplicant()) : form.persons();
  }

  /**
   * Null when a signer has not stated theirs, or a dependant who had an income has not; nothing is
   * then written down.
   */
  private Integer sum(
      Figure.Making figure, String what, Integer year, Function<PersonForm, Integer> income) {
    List<Part> parts = new ArrayList<>();
    long total = 0;
    boolean whole = true;
    int number = 0;
    for (PersonForm person : signers()) {
      Integer amount = income.apply(person);
      whole &= amount != null;
      total += Objects.requireNonNullElse(amount, 0);
      parts.add(
          new Part(
              number == 0 ? "of_applicant" : "of_co_applicant",
              Operand.of(number, NUMBER),
              amount));
      number++;
    }
    number = 0;
    for (PersonForm dependant : alone ? List.<PersonForm>of() : form.getDependants()) {
      number++;
      // A dependant who states no income is taxed with the adults; but one who had an income the
      // year before is not known to have lost it.
      Integer amount = income.apply(dependant);
      whole &= amount != null || !hadIncome(dependant);
      if (amount != null && amount > 0) {
        total += amount;
        parts.add(new Part("of_dependant", Operand.of(number, NUMBER), amount));
      }
    }
    if (!whole) {
      return null;
    }
    if (parts.size() > 1) {
      parts.forEach(part -> figure.step(part.key, part.amount, EUROS_YEAR, part.which));
    }
    int sum = (int) Math.min(total, Integer.MAX_VALUE);
    if (year == null) {
      figure.step("income_" + what, sum, EUROS_YEAR, event());
    } else {
      figure.step("income_" + what, sum, EUROS_YEAR, Operand.of(year, NUMBER));
    }
    return sum;
  }

  private boolean hadIncome(PersonForm person) {
    Integer before = latestUpTo(person, thisYear - 2, thisYear);
    return before != null && before > 0;
  }

  private Operand event() {
    return persons().stream()
        .filter(this::hasRecent)
        .map(person -> Operand.code("INCOME_EVENT", person.getIncomeEvent()))
        .findFirst()
        .orElseThrow();
  }

  /** An income of twelve months that ended lately, explained by an event. */
  private boolean hasRecent(PersonForm person) {
    return person.getRecentIncome() != null
        && person.getIncomeEvent() != null
        && person.getRecentIncomeTo() != null
        && !person.getRecentIncomeTo().isAfter(today)
        && person.getRecentIncomeTo().plusMonths(rules.recentIncomeMonths()).isAfter(today);
  }

  /** Of who states no change, the latest notice stands for the last twelve months. */
  private Integer recentOrLatest(PersonForm person) {
    if (hasRecent(person)) {
      return person.getRecentIncome();
    }
    Integer last = incomeOf(person, thisYear - 1, thisYear);
    return last == null ? latestUpTo(person, thisYear - 2, thisYear) : last;
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
}
