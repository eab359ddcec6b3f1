package fr.toitcommun.ejb.document;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.CurrentHousingForm;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.LegalPersonForm;
import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.registration.MotivesForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.ResourceForm;
import fr.toitcommun.persistence.registration.SoughtForm;
import fr.toitcommun.persistence.territory.District;
import fr.toitcommun.persistence.territory.Municipality;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The summary of a demand that its certificate annexes (R.441-2-4): what the applicant stated. */
final class DemandSummaryTable {
  private static final String SEPARATOR = " · ";
  private static final String PAID = "PAV";

  private final DemandFile file;
  private final DemandForm form;
  private final Reference reference;
  private final Words words;

  DemandSummaryTable(DemandFile file, Reference reference, Words words) {
    this.file = file;
    this.form = file.form();
    this.reference = reference;
    this.words = words;
  }

  /** The sections of the summary; facts not stated are left out. */
  List<FactSection> sections() {
    return Stream.of(household(), resources(), housing(), sought())
        .filter(section -> !section.facts().isEmpty())
        .toList();
  }

  private FactSection household() {
    FactSection section = section("household");
    LegalPersonForm body = form.getLegalPerson();
    if (body != null) {
      add(section, "body", joined(body.getName(), body.getSiren(), body.getRna()));
      add(section, "signatory", person(form.getApplicant()));
      return section;
    }
    add(section, "applicant", person(form.getApplicant()));
    form.getCoApplicants().forEach(person -> add(section, "coApplicant", person(person)));
    form.getDependants().forEach(person -> add(section, "dependant", person(person)));
    if (form.getExpectedChildren() != null && form.getExpectedChildren() > 0) {
      add(
          section,
          "expectedChildren",
          joined(
              form.getExpectedChildren().toString(),
              form.getExpectedBirthDate() == null
                  ? ""
                  : words.text("expectedOn", words.date(form.getExpectedBirthDate()))));
    }
    add(section, "householdSize", words.text("persons", file.householdSize()));
    return section;
  }

  private String person(PersonForm person) {
    return joined(
        Stream.of(
                words.label("CIVILITY", person.getCivility()),
                person.getGivenName(),
                person.getSurname())
            .filter(DemandSummaryTable::filled)
            .collect(Collectors.joining(" ")),
        filled(person.getBirthName()) && !person.getBirthName().equals(person.getSurname())
            ? words.text("birthName", person.getBirthName())
            : "",
        person.getBirthDate() == null
            ? ""
            : words.text("bornOn", words.date(person.getBirthDate())),
        words.label("APPLICANT_LINK", person.getApplicantLink()),
        words.label("KINSHIP", person.getKinship()),
        words.label("CUSTODY", person.getCustody()),
        words.label("FAMILY_SITUATION", person.getFamilySituation()),
        words.label("NATIONALITY", person.getNationality()),
        words.label("WORK_CONTRACT", person.getWorkContract()),
        person.getEmployer(),
        person.getPhone(),
        person.getOtherPhone(),
        person.getEmail());
  }

  private FactSection resources() {
    FactSection section = section("resources");
    add(section, "annualIncome", words.euros(file.annualIncome()));
    if (file.incomePercent() != null) {
      add(section, "incomePercent", words.percent(file.incomePercent()));
    }
    Stream.of(
            Stream.of(form.getApplicant()),
            form.getCoApplicants().stream(),
            form.getDependants().stream())
        .flatMap(people -> people)
        .filter(person -> !person.getResources().isEmpty())
        .forEach(
            person ->
                section
                    .facts()
                    .add(
                        new FactSection.Fact(
                            words.text("summary.monthly", text(person.getGivenName())),
                            monthly(person))));
    return section;
  }

  private String monthly(PersonForm person) {
    return person.getResources().stream()
        .filter(resource -> filled(resource.getCode()) && resource.getAmount() != null)
        .map(this::resource)
        .collect(Collectors.joining(SEPARATOR));
  }

  private String resource(ResourceForm resource) {
    String list = PAID.equals(resource.getCode()) ? "RESOURCE_PAID" : "RESOURCE_RECEIVED";
    return words.label(list, resource.getCode()) + " " + words.euros(resource.getAmount());
  }

  private FactSection housing() {
    FactSection section = section("housing");
    CurrentHousingForm current = form.getCurrentHousing();
    add(
        section,
        "tenure",
        joined(
            words.label("CURRENT_HOUSING", current.getTenure()),
            current.getLandlord(),
            current.getHostName(),
            current.getSince() == null ? "" : words.text("since", words.date(current.getSince()))));
    add(
        section,
        "current",
        joined(
            words.label("CURRENT_CATEGORY", current.getCategory()),
            words.label("DWELLING_TYPE", current.getType()),
            current.getSurface() == null ? "" : words.text("surface", current.getSurface()),
            current.getOccupants() == null ? "" : words.text("persons", current.getOccupants())));
    add(section, "currentRent", words.euros(current.getRent()));
    add(section, "housingAid", words.euros(current.getHousingAid()));
    if (current.isOwnsDwelling()) {
      add(section, "ownsDwelling", words.yesNo(true));
    }
    MotivesForm motives = form.getMotives();
    add(
        section,
        "motives",
        joined(
            Stream.of(motives.getMain(), motives.getSecond(), motives.getThird())
                .map(code -> words.label("DEMAND_MOTIVE", code))
                .toArray(String[]::new)));
    add(section, "motiveDetail", motives.getDetail());
    return section;
  }

  private FactSection sought() {
    FactSection section = section("sought");
    SoughtForm wanted = form.getSought();
    add(
        section,
        "types",
        joined(
            words.label("SOUGHT_CATEGORY", wanted.getCategory()),
            wanted.getTypes().stream()
                .map(code -> words.label("DWELLING_TYPE", code))
                .collect(Collectors.joining(", "))));
    List<String> places = new ArrayList<>();
    for (LocationForm location : wanted.getLocations()) {
      String name =
          reference
              .municipality(location.getMunicipalityCode())
              .map(Municipality::name)
              .orElse(location.getMunicipalityCode());
      places.add(
          (places.size() + 1)
              + ". "
              + name
              + (filled(location.getDistrict()) ? " (" + district(location) + ")" : ""));
    }
    add(section, "locations", joined(places.toArray(String[]::new)));
    if (wanted.getAcceptsOtherLocations() != null) {
      add(section, "otherLocations", words.yesNo(wanted.getAcceptsOtherLocations()));
    }
    add(section, "maximumRent", words.euros(wanted.getMaximumRent()));
    add(
        section,
        "comfort",
        joined(
            words.text(wanted.isAcceptsGroundFloor() ? "groundFloor.yes" : "groundFloor.no"),
            words.text(wanted.isAcceptsNoLift() ? "noLift.yes" : "noLift.no"),
            wanted.isAcceptsTopFloor() ? "" : words.text("topFloor.no"),
            wanted.isSharedTenancy() ? words.text("shared.wanted") : "",
            wanted.isWantsParking() ? words.text("parking.wanted") : "",
            wanted.isNeedsAdaptedDwelling() ? words.text("adapted.needed") : ""));
    return section;
  }

  private String district(LocationForm location) {
    return reference
        .district(location.getDistrict())
        .map(District::name)
        .orElse(location.getDistrict());
  }

  private FactSection section(String key) {
    return new FactSection(words.text("summary." + key), new ArrayList<>());
  }

  private void add(FactSection section, String key, String value) {
    if (filled(value)) {
      section.facts().add(new FactSection.Fact(words.text("summary." + key), value));
    }
  }

  private static String joined(String... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .filter(DemandSummaryTable::filled)
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static boolean filled(String value) {
    return value != null && !value.isBlank();
  }
}
