package fr.toitcommun.persistence.registration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Valid forms to start a test from. */
public final class Forms {
  /** The amounts in force in 2026. */
  public static final HouseholdRules RULES =
      new HouseholdRules(
          55, 10, 12, new UnitScale(new BigDecimal("0.5"), new BigDecimal("0.3"), 14, true));

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

  /** A couple with a child, another in shared custody and one to come: nothing is missing. */
  public static DemandForm complete() {
    DemandForm form = alone();
    form.getCoApplicants().add(spouse("Loïc", LocalDate.of(1988, 3, 2)));
    form.getDependants().add(child("Zoé", LocalDate.of(2018, 1, 1)));
    PersonForm shared = new PersonForm();
    shared.setCustody("G");
    shared.setBirthDate(LocalDate.of(2016, 6, 1));
    form.getDependants().add(shared);
    form.setExpectedChildren(1);
    form.setExpectedBirthDate(LocalDate.of(2027, 3, 1));
    form.signers().forEach(Forms::work);
    form.getApplicant().setPhone("02 40 12 34 56");
    form.getApplicant().setEmail("eleonore@example.org");
    CurrentHousingForm housing = form.getCurrentHousing();
    housing.setType("T2");
    housing.setSurface(48);
    housing.setRent(610);
    housing.setOccupants(3);
    housing.setSince(LocalDate.of(2019, 9, 1));
    return form;
  }

  private static void work(PersonForm person) {
    person.setFamilySituation("M");
    person.setWorkContract("CDI");
    person.setEmployer("Clinique des Lilas");
    person.setTaxIncomeN2(14_000);
    person.getResources().add(new ResourceForm("SAL", 1_450));
  }

  /** An association that asks for a T2 in Nantes or Rezé. */
  public static DemandForm body() {
    DemandForm form = alone();
    PersonForm signatory = new PersonForm();
    signatory.setSurname("Le Goff");
    signatory.setGivenName("Éléonore");
    signatory.setPhone("02 40 12 34 56");
    form.setApplicant(signatory);
    form.getCurrentHousing().setTenure(null);
    form.getMotives().setMain(null);
    LegalPersonForm body = new LegalPersonForm();
    body.setName("Association Un toit pour demain");
    body.setCreatedOn(LocalDate.of(1998, 4, 2));
    form.setLegalPerson(body);
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
