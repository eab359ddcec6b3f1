package fr.toitcommun.persistence.allocation.eligibility;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.allocation.AllocationRules;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.reference.QuartileThreshold;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.Forms;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.HouseholdFigures;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.ResourceForm;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import fr.toitcommun.persistence.registration.figure.FigureUnit;
import fr.toitcommun.persistence.registration.figure.Occupation;
import fr.toitcommun.persistence.registration.figure.OccupationRules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Figures of households and dwellings written down in a few words. */
final class EligibilityFigures {
  private static final LocalDate TODAY = TestDatabase.TODAY;
  static final Reference REFERENCE = Reference.load(Jdbi.create(TestDatabase.empty()));

  private EligibilityFigures() {}

  static String told(Figure figure) {
    if (!figure.known()) {
      return "unknown";
    }
    if (figure.code() != null) {
      return figure.code();
    }
    return figure.unit() == FigureUnit.YES_NO
        ? (figure.yes() ? "yes" : "no")
        : figure.value().toPlainString();
  }

  /**
   * The figure of a case.
   *
   * @param what kind of figure, and a financing where it needs one
   * @param given facts such as {@code adults=40+41 link=M}
   */
  static Figure figure(String what, String given) {
    return figure(what, facts(given));
  }

  private static Map<String, String> facts(String given) {
    Map<String, String> facts = new HashMap<>();
    for (String one : given.split(" ")) {
      facts.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
    }
    return facts;
  }

  private static Figure figure(String what, Map<String, String> facts) {
    String[] names = what.split(" ");
    FigureKind kind = FigureKind.valueOf(names[0]);
    LocalDate day = facts.containsKey("day") ? LocalDate.parse(facts.get("day")) : TODAY;
    OccupationRules occupation = RegistrationRules.occupation(REFERENCE, day);
    if (kind == FigureKind.OVER_OCCUPATION) {
      return Occupation.over(occupation, number(facts, "surface"), number(facts, "occupants"));
    }
    if (kind == FigureKind.UNDER_OCCUPATION) {
      int rooms = DwellingType.valueOf(facts.get("type")).rooms();
      return Occupation.under(occupation, rooms, number(facts, "occupants"));
    }
    DemandForm form = form(facts, day);
    HouseholdFacts household =
        HouseholdFacts.of(form, RegistrationRules.household(REFERENCE, day), day);
    String zone = facts.getOrDefault("zone", Reference.OTHER_REGIONS);
    return switch (kind) {
      case CEILING_SHARE -> {
        FundingScheme scheme = FundingScheme.valueOf(names[1]);
        yield CeilingFigures.share(
            household, scheme, AllocationRules.ceilings(REFERENCE, scheme, zone, day), zone);
      }
      case FIRST_FINANCING -> found(CeilingFigures.of(household, REFERENCE, zone, day), kind);
      case FIRST_QUARTILE ->
          TerritoryFigures.firstQuartile(
              household,
              Optional.ofNullable(number(facts, "threshold"))
                  .map(amount -> new QuartileThreshold("244400404", 2026, amount, "test", false)),
              "Nantes Métropole");
      case SIZE_FITS ->
          TerritoryFigures.sizeFits(
              household,
              REFERENCE.sizeGrid("44", "244400404", day),
              DwellingType.valueOf(facts.get("type")));
      case EFFORT_RATE ->
          new Affordability(REFERENCE, day)
              .effortRate(cost(facts), means(facts, form), household.size());
      case RESIDUAL_INCOME ->
          new Affordability(REFERENCE, day)
              .residualIncome(cost(facts), means(facts, form), household);
      default ->
          found(HouseholdFigures.of(form, RegistrationRules.household(REFERENCE, day), day), kind);
    };
  }

  private static Figure found(List<Figure> figures, FigureKind kind) {
    return figures.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }

  private static HousingCost cost(Map<String, String> facts) {
    return new HousingCost(
        DwellingType.valueOf(facts.get("type")),
        50,
        number(facts, "rent"),
        Objects.requireNonNullElse(number(facts, "accessory"), 0),
        number(facts, "charges"),
        Objects.requireNonNullElse(number(facts, "energy"), 0),
        facts.containsKey("water"),
        facts.containsKey("heating"));
  }

  private static Means means(Map<String, String> facts, DemandForm form) {
    Integer yearly = HouseholdFigures.yearlyResources(form);
    return new Means(
        yearly == null ? null : yearly / 12,
        number(facts, "aid"),
        false,
        Objects.requireNonNullElse(number(facts, "debts"), 0));
  }

  private static Integer number(Map<String, String> facts, String name) {
    return facts.containsKey(name) ? Integer.valueOf(facts.get(name)) : null;
  }

  private static DemandForm form(Map<String, String> facts, LocalDate day) {
    DemandForm form = Forms.alone();
    String[] adults = facts.get("adults").split("\\+");
    form.getApplicant().setBirthDate(born(adults[0], day));
    form.getApplicant().setDisabled(facts.containsKey("disabled"));
    if (adults.length > 1) {
      PersonForm other = Forms.spouse("Loïc", born(adults[1], day));
      other.setApplicantLink(facts.get("link"));
      other.setWithoutResources(facts.containsKey("none2"));
      form.getCoApplicants().add(other);
    }
    if (facts.containsKey("children")) {
      for (String age : facts.get("children").split("\\+")) {
        form.getDependants().add(Forms.child("Zoé", born(age, day)));
      }
    }
    if (facts.containsKey("childn1")) {
      form.getDependants().get(0).setTaxIncomeN1(number(facts, "childn1"));
    }
    if (facts.containsKey("childn2")) {
      form.getDependants().get(0).setTaxIncomeN2(number(facts, "childn2"));
    }
    form.setExpectedChildren(number(facts, "expected"));
    form.setSeparation(facts.get("separation"));
    List<PersonForm> signers =
        Stream.concat(Stream.of(form.getApplicant()), form.getCoApplicants().stream()).toList();
    String[] n2 = facts.getOrDefault("n2", "").split("\\+");
    String[] n1 = facts.getOrDefault("n1", "").split("\\+");
    for (int i = 0; i < signers.size(); i++) {
      if (i < n2.length && !n2[i].isEmpty()) {
        signers.get(i).setTaxIncomeN2(Integer.valueOf(n2[i]));
      }
      if (i < n1.length && !n1[i].isEmpty()) {
        signers.get(i).setTaxIncomeN1(Integer.valueOf(n1[i]));
      }
    }
    if (facts.containsKey("recent")) {
      recent(form.getApplicant(), facts.get("recent"), day);
    }
    form.getApplicant().setWithoutResources(facts.containsKey("none"));
    if (facts.containsKey("resources")) {
      for (String line : facts.get("resources").split(",")) {
        String[] parts = line.split(":");
        form.getApplicant()
            .getResources()
            .add(new ResourceForm(parts[0], Integer.valueOf(parts[1])));
      }
    }
    return form;
  }

  /** Amount, how many months ago its twelve months ended, and the event. */
  private static void recent(PersonForm person, String stated, LocalDate day) {
    int at = stated.indexOf('@');
    int colon = stated.indexOf(':');
    person.setRecentIncome(Integer.valueOf(stated.substring(0, at)));
    person.setRecentIncomeTo(day.minusMonths(Integer.parseInt(stated.substring(at + 1, colon))));
    String event = stated.substring(colon + 1);
    person.setIncomeEvent(event.isEmpty() ? null : event);
  }

  private static LocalDate born(String age, LocalDate day) {
    return day.minusYears(Integer.parseInt(age)).minusMonths(3);
  }
}
