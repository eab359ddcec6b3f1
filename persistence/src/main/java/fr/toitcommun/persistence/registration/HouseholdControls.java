package fr.toitcommun.persistence.registration;

import static fr.toitcommun.persistence.registration.FormPlaces.coApplicants;
import static fr.toitcommun.persistence.registration.FormPlaces.dependants;
import static fr.toitcommun.persistence.registration.FormPlaces.everyone;
import static fr.toitcommun.persistence.registration.FormPlaces.form;
import static fr.toitcommun.persistence.registration.FormPlaces.naturalSigners;
import static fr.toitcommun.persistence.registration.FormPlaces.resources;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Controls of the household, its work and its income (R.441-2-2 c, d, e). Nothing of work or income
 * may be demanded to register (R.441-2-3): it only makes the demand one to complete.
 */
final class HouseholdControls {
  private static final int MOST_PERSONS = 20;
  private static final int HIGHEST_INCOME = 10_000_000;

  /** Highest amount of a month, euros. */
  static final int HIGHEST_MONTHLY = 100_000;

  private static final int UNUSUAL_MONTHLY = 8_000;
  private static final int YOUNGEST_PARENT = 12;
  private static final int LONGEST_RECENT_YEARS = 5;
  private static final int FIRST_TAX_YEAR = 2000;
  private static final Set<String> EMPLOYED = Set.of("CDI", "CDD", "APP");
  private static final List<String> RESOURCE_LISTS = List.of("RESOURCE_RECEIVED", "RESOURCE_PAID");
  private static final Pattern SIRET = Pattern.compile("[0-9]{14}");

  static final List<Control<DemandForm>> ALL =
      Stream.of(household(), work(), income()).flatMap(List::stream).toList();

  private HouseholdControls() {}

  private static List<Control<DemandForm>> household() {
    var form = form(FormSection.FAMILY);
    var signers = naturalSigners(FormSection.FAMILY);
    var links = coApplicants(FormSection.FAMILY);
    var dependants = dependants(FormSection.FAMILY);
    return List.of(
        signers.code(
            "TC-0301", "familySituation", PersonForm::getFamilySituation, "FAMILY_SITUATION"),
        signers.wanted("TC-0302", "familySituation", PersonForm::getFamilySituation),
        links.required("TC-0303", "applicantLink", PersonForm::getApplicantLink),
        links.code("TC-0304", "applicantLink", PersonForm::getApplicantLink, "APPLICANT_LINK"),
        dependants.invalid(
            "TC-0305", "surname", "REQUIRED", (p, d) -> livesHere(p) && blank(p.getSurname())),
        dependants.invalid(
            "TC-0306", "givenName", "REQUIRED", (p, d) -> livesHere(p) && blank(p.getGivenName())),
        dependants.required("TC-0307", "birthDate", PersonForm::getBirthDate),
        dependants.code("TC-0308", "kinship", PersonForm::getKinship, "KINSHIP"),
        dependants.wanted(
            "TC-0309", "kinship", HouseholdControls::livesHere, PersonForm::getKinship),
        dependants.code("TC-0310", "custody", PersonForm::getCustody, "CUSTODY"),
        form.invalid(
            "TC-0311",
            "dependants",
            "TOO_MANY",
            (f, d) -> f.persons().size() > MOST_PERSONS,
            MOST_PERSONS),
        form.range("TC-0312", "expectedChildren", DemandForm::getExpectedChildren, 0, 9),
        form.wanted(
            "TC-0313",
            "expectedBirthDate",
            HouseholdControls::expecting,
            DemandForm::getExpectedBirthDate),
        form.days(
            "TC-0314",
            "expectedBirthDate",
            DemandForm::getExpectedBirthDate,
            day -> day.minusYears(1),
            day -> day.plusMonths(10)),
        form.doubtful(
            "TC-0315",
            "expectedBirthDate",
            "EXPECTED_BIRTH_PASSED",
            (f, day) ->
                expecting(f)
                    && f.getExpectedBirthDate() != null
                    && f.getExpectedBirthDate().isBefore(day)),
        form.code("TC-0318", "separation", DemandForm::getSeparation, "SEPARATION"),
        form.line(
            "TC-0316",
            Severity.DOUBTFUL,
            "dependants[].birthDate",
            "CHILD_TOO_OLD",
            List.of(YOUNGEST_PARENT),
            (place, context) -> kin(place.of(), "E", "CHILD_TOO_OLD", 1)),
        form.line(
            "TC-0317",
            Severity.DOUBTFUL,
            "dependants[].birthDate",
            "PARENT_TOO_YOUNG",
            List.of(YOUNGEST_PARENT),
            (place, context) -> kin(place.of(), "P", "PARENT_TOO_YOUNG", -1)));
  }

  private static boolean livesHere(PersonForm dependant) {
    return !ControlLines.stated(dependant.getCustody());
  }

  private static boolean blank(String text) {
    return !ControlLines.stated(text);
  }

  private static boolean expecting(DemandForm form) {
    return Objects.requireNonNullElse(form.getExpectedChildren(), 0) > 0;
  }

  /** Children, or parents, who are not a generation apart from anybody who signs. */
  private static Stream<Fault> kin(DemandForm form, String kinship, String code, int direction) {
    List<LocalDate> signers =
        form.signers().stream().map(PersonForm::getBirthDate).filter(Objects::nonNull).toList();
    return FormPlaces.numbered("dependants", form.getDependants(), p -> "")
        .filter(place -> kinship.equals(place.of().getKinship()))
        .filter(place -> place.of().getBirthDate() != null && !signers.isEmpty())
        .filter(
            place ->
                signers.stream()
                    .noneMatch(
                        signer -> {
                          int apart = signer.until(place.of().getBirthDate()).getYears();
                          return apart * direction >= YOUNGEST_PARENT;
                        }))
        .map(place -> Fault.at(place.at("birthDate"), code, YOUNGEST_PARENT));
  }

  private static List<Control<DemandForm>> work() {
    var signers = naturalSigners(FormSection.WORK);
    var everyone = everyone(FormSection.WORK);
    return List.of(
        everyone.code("TC-0401", "workContract", PersonForm::getWorkContract, "WORK_CONTRACT"),
        signers.wanted("TC-0402", "workContract", PersonForm::getWorkContract),
        signers.wanted(
            "TC-0403",
            "employer",
            p -> EMPLOYED.contains(Objects.requireNonNullElse(p.getWorkContract(), "")),
            PersonForm::getEmployer),
        everyone.format(
            "TC-0404", "employerSiret", PersonForm::getEmployerSiret, SIRET, "SIRET_FORMAT"));
  }

  private static List<Control<DemandForm>> income() {
    var signers = naturalSigners(FormSection.INCOME);
    var everyone = everyone(FormSection.INCOME);
    var lines = resources(FormSection.INCOME);
    return List.of(
        everyone.range("TC-0501", "taxIncomeN1", PersonForm::getTaxIncomeN1, 0, HIGHEST_INCOME),
        everyone.range("TC-0502", "taxIncomeN2", PersonForm::getTaxIncomeN2, 0, HIGHEST_INCOME),
        signers.wanted("TC-0503", "taxIncomeN2", PersonForm::getTaxIncomeN2),
        everyone.invalid(
            "TC-0504",
            "taxYear",
            "TAX_YEAR_RANGE",
            (p, day) ->
                p.getTaxYear() != null
                    && (p.getTaxYear() < FIRST_TAX_YEAR || p.getTaxYear() >= day.getYear())),
        everyone.doubtful(
            "TC-0505",
            "taxYear",
            "TAX_YEAR_OLD",
            (p, day) ->
                p.getTaxIncomeN2() != null
                    && p.getTaxYear() != null
                    && p.getTaxYear() < day.getYear() - 2
                    && ComparedIncome.incomeOf(p, day.getYear() - 2, day.getYear()) == null),
        everyone.range("TC-0514", "recentIncome", PersonForm::getRecentIncome, 0, HIGHEST_INCOME),
        everyone.wanted(
            "TC-0515",
            "recentIncomeTo",
            p -> p.getRecentIncome() != null,
            PersonForm::getRecentIncomeTo),
        everyone.days(
            "TC-0516",
            "recentIncomeTo",
            PersonForm::getRecentIncomeTo,
            day -> day.minusYears(LONGEST_RECENT_YEARS),
            day -> day),
        // Without the event that explains it, the law does not let it count (L.442-12).
        everyone.wanted(
            "TC-0517", "incomeEvent", p -> p.getRecentIncome() != null, PersonForm::getIncomeEvent),
        everyone.code("TC-0518", "incomeEvent", PersonForm::getIncomeEvent, "INCOME_EVENT"),
        lines.required("TC-0506", "code", ResourceForm::getCode),
        lines.line(
            "TC-0507",
            Severity.INVALID,
            "code",
            "UNKNOWN_CODE",
            List.of(),
            (place, context) ->
                known(place, context)
                    ? Stream.empty()
                    : Stream.of(
                        Fault.at(
                            place.at("code"),
                            "UNKNOWN_CODE",
                            ControlLines.shortened(place.of().getCode())))),
        everyone.line(
            "TC-0508",
            Severity.INVALID,
            "resources",
            "TWICE",
            List.of(),
            (place, context) -> twice(place)),
        lines.required("TC-0509", "amount", ResourceForm::getAmount),
        lines.range("TC-0510", "amount", ResourceForm::getAmount, 0, HIGHEST_MONTHLY),
        lines.doubtful(
            "TC-0511",
            "amount",
            "MONTHLY_UNUSUAL",
            (line, d) -> line.getAmount() != null && line.getAmount() > UNUSUAL_MONTHLY,
            UNUSUAL_MONTHLY),
        signers.wanted(
            "TC-0512", "resources", p -> !p.isWithoutResources(), PersonForm::getResources),
        signers.doubtful(
            "TC-0513",
            "withoutResources",
            "RESOURCES_AND_NONE",
            (p, d) -> p.isWithoutResources() && !p.getResources().isEmpty()));
  }

  private static boolean known(
      ControlLines.Place<ResourceForm> place, ControlContext<DemandForm> context) {
    String code = place.of().getCode();
    return code == null
        || RESOURCE_LISTS.stream()
            .anyMatch(list -> context.reference().isValid(list, code, context.today()))
        || held(place, context);
  }

  /** No longer offered, but of the stored form: nobody has to change what they did not touch. */
  private static boolean held(
      ControlLines.Place<ResourceForm> place, ControlContext<DemandForm> context) {
    String code = place.of().getCode();
    return context.stored() != null
        && RESOURCE_LISTS.stream().anyMatch(list -> context.reference().isKnown(list, code))
        && FormPlaces.resourcesOf(context.stored())
            .filter(line -> line.owner().equals(place.owner()))
            .anyMatch(line -> code.equals(line.of().getCode()));
  }

  private static Stream<Fault> twice(ControlLines.Place<PersonForm> place) {
    List<ResourceForm> lines = place.of().getResources();
    return FormPlaces.numbered("resources", lines, line -> "")
        .filter(line -> line.of().getCode() != null)
        .collect(Collectors.groupingBy(line -> line.of().getCode()))
        .values()
        .stream()
        .flatMap(same -> same.stream().skip(1))
        .map(line -> Fault.at(place.at(line.at("code")), "TWICE"));
  }

  /** Monthly resources of the household less what it pays, euros; null when nobody stated any. */
  static Integer monthly(DemandForm form) {
    List<ResourceForm> stated =
        form.persons().stream()
            .flatMap(person -> person.getResources().stream())
            .filter(line -> line.getCode() != null && line.getAmount() != null)
            .toList();
    return stated.isEmpty()
        ? null
        : stated.stream()
            .mapToInt(l -> "PAV".equals(l.getCode()) ? -l.getAmount() : l.getAmount())
            .sum();
  }
}
