package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.registration.ControlLines.Place;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The places of a demand's form that controls look at. */
final class FormPlaces {
  private static final String LAW = "R.441-2-2";

  private FormPlaces() {}

  /** The form as a whole. */
  static ControlLines<DemandForm, DemandForm> form(FormSection section) {
    return one(section, "", Function.identity());
  }

  /** The form of a natural person. */
  static ControlLines<DemandForm, DemandForm> naturalForm(FormSection section) {
    return one(section, "", form -> form.getLegalPerson() == null ? form : null);
  }

  /** The body that asks, where it is one. */
  static ControlLines<DemandForm, LegalPersonForm> legalPerson() {
    return one(FormSection.IDENTITY, "legalPerson", DemandForm::getLegalPerson);
  }

  /** Applicant and co-applicants, also the signatory of a body. */
  static ControlLines<DemandForm, PersonForm> signers(FormSection section) {
    return persons(section, "applicant, coApplicants[]", false, false);
  }

  /** Applicant and co-applicants who are to be housed. */
  static ControlLines<DemandForm, PersonForm> naturalSigners(FormSection section) {
    return persons(section, "applicant, coApplicants[]", false, true);
  }

  /** The co-applicants. */
  static ControlLines<DemandForm, PersonForm> coApplicants(FormSection section) {
    return lines(section, "coApplicants", form -> people("coApplicants", form.getCoApplicants()));
  }

  /** Persons in charge and children in shared custody. */
  static ControlLines<DemandForm, PersonForm> dependants(FormSection section) {
    return lines(section, "dependants", form -> people("dependants", form.getDependants()));
  }

  /** Everyone to house. */
  static ControlLines<DemandForm, PersonForm> everyone(FormSection section) {
    return persons(section, "applicant, coApplicants[], dependants[]", true, true);
  }

  /** Each monthly resource or payment of everyone. */
  static ControlLines<DemandForm, ResourceForm> resources(FormSection section) {
    return new ControlLines<>(
        section,
        article(section),
        "applicant, coApplicants[], dependants[].resources[]",
        FormPlaces::resourcesOf);
  }

  static Stream<Place<ResourceForm>> resourcesOf(DemandForm form) {
    return all(form)
        .flatMap(
            person ->
                numbered(person.at("resources"), person.of().getResources(), r -> person.owner()));
  }

  /** Each wished municipality. */
  static ControlLines<DemandForm, LocationForm> locations() {
    return lines(
        FormSection.SOUGHT,
        "sought.locations",
        form ->
            numbered(
                "sought.locations",
                form.getSought().getLocations(),
                place -> "" + place.getMunicipalityCode()));
  }

  /** One part of the form; nothing is controlled where it is null. */
  static <T> ControlLines<DemandForm, T> one(
      FormSection section, String path, Function<DemandForm, T> part) {
    return new ControlLines<>(
        section,
        article(section),
        path,
        form -> Stream.ofNullable(part.apply(form)).map(found -> new Place<>(path, "", found)));
  }

  private static ControlLines<DemandForm, PersonForm> persons(
      FormSection section, String where, boolean withDependants, boolean naturalOnly) {
    return new ControlLines<>(
        section,
        article(section),
        where,
        form ->
            naturalOnly && form.getLegalPerson() != null
                ? Stream.empty()
                : all(form).filter(one -> withDependants || !one.path().startsWith("dependants")));
  }

  private static Stream<Place<PersonForm>> all(DemandForm form) {
    Place<PersonForm> applicant = new Place<>("applicant", "applicant", form.getApplicant());
    return Stream.of(
            Stream.of(applicant),
            people("coApplicants", form.getCoApplicants()),
            people("dependants", form.getDependants()))
        .flatMap(places -> places);
  }

  private static Stream<Place<PersonForm>> people(String path, List<PersonForm> people) {
    return numbered(path, people, person -> person.getId() == null ? "new" : "" + person.getId());
  }

  private static <T> ControlLines<DemandForm, T> lines(
      FormSection section, String list, Function<DemandForm, Stream<Place<T>>> places) {
    return new ControlLines<>(section, article(section), list + "[]", places);
  }

  static <T> Stream<Place<T>> numbered(String path, List<T> list, Function<T, String> owner) {
    return IntStream.range(0, list.size())
        .mapToObj(i -> new Place<>(path + "[" + i + "]", owner.apply(list.get(i)), list.get(i)));
  }

  private static String article(FormSection section) {
    return section == FormSection.REGISTRATION ? "R.441-2-3" : LAW + " " + section.letter();
  }
}
