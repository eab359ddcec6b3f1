package fr.toitcommun.persistence.registration;

import java.time.LocalDate;
import java.util.List;

/** Valid forms to start a test from. */
public final class Forms {
  private Forms() {}

  /** A person alone who asks for a T2 in Nantes or Rezé. */
  public static DemandForm alone() {
    DemandForm form = new DemandForm();
    form.setIdentityChecked(true);
    form.setApplicant(person("Éléonore", "Le Goff", LocalDate.of(1990, 5, 17)));
    form.getContact().setAddressLine("3 rue des Lilas");
    form.getContact().setPostalCode("44000");
    form.getContact().setCity("Nantes");
    form.getContact().setMunicipalityCode("44109");
    form.getCurrentHousing().setTenure("LP");
    form.getMotives().setMain("09");
    form.getSought().setCategory("I");
    form.getSought().setTypes(List.of("T2"));
    form.getSought().setLocations(List.of(new LocationForm("44109"), new LocationForm("44143")));
    form.getSought().setAcceptsOtherLocations(true);
    return form;
  }

  /** A signer with everything that is required of one. */
  public static PersonForm person(String givenName, String surname, LocalDate born) {
    PersonForm person = new PersonForm();
    person.setCivility("2");
    person.setGivenName(givenName);
    person.setSurname(surname);
    person.setBirthDate(born);
    person.setNationality("1");
    return person;
  }

  /** A co-applicant married to the applicant. */
  public static PersonForm spouse(String givenName, LocalDate born) {
    PersonForm spouse = person(givenName, "Le Goff", born);
    spouse.setApplicantLink("M");
    return spouse;
  }

  /** A child to house. */
  public static PersonForm child(String givenName, LocalDate born) {
    PersonForm child = new PersonForm();
    child.setGivenName(givenName);
    child.setSurname("Le Goff");
    child.setBirthDate(born);
    child.setKinship("E");
    return child;
  }
}
