package fr.toitcommun.ejb.document;

import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.LegalPersonForm;
import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.ResourceForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A demand laid out by hand. */
final class DemandSample {
  static final String NUMBER = "0440326000123G4401";

  final DemandForm form = new DemandForm();
  final List<DemandFile.Event> events = new ArrayList<>();
  final List<DemandFile.ProposalTrace> proposals = new ArrayList<>();
  private LocalDate renewedOn;
  private LocalDate cancelledOn;
  private Integer bodyOrdinal;

  DemandSample() {
    PersonForm applicant = person("2", "Anne-Zoé", "Le Guen-Kérvella", LocalDate.of(1988, 2, 29));
    applicant.setBirthName("Œuvrard");
    applicant.setFamilySituation("M");
    applicant.setNationality("1");
    applicant.setWorkContract("CDI");
    applicant.setPhone("06 12 34 56 78");
    applicant.setResources(
        List.of(
            new ResourceForm("SAL", 1650),
            new ResourceForm("AF", 148),
            new ResourceForm("PAV", 90)));
    form.setApplicant(applicant);
    PersonForm spouse = person("1", "Noël", "N’Diaye d’Août", LocalDate.of(1985, 7, 14));
    spouse.setApplicantLink("M");
    form.getCoApplicants().add(spouse);
    PersonForm child = person(null, "Maëlys", "Le Guen-Kérvella", LocalDate.of(2015, 9, 1));
    child.setKinship("E");
    form.getDependants().add(child);
    form.setExpectedChildren(1);
    form.setExpectedBirthDate(LocalDate.of(2027, 1, 15));
    form.getContact().setHostedBy("Mme Ginette Brçhault");
    form.getContact().setAddressLine("14 bis, allée de l’Île-Héron");
    form.getContact().setAddressComplement("Bâtiment C, 3e étage");
    form.getContact().setPostalCode("44800");
    form.getContact().setMunicipalityCode("44162");
    form.getCurrentHousing().setTenure("LP");
    form.getCurrentHousing().setSurface(42);
    form.getCurrentHousing().setType("T2");
    form.getCurrentHousing().setOccupants(3);
    form.getCurrentHousing().setRent(1245);
    form.getMotives().setMain("13");
    form.getMotives().setSecond("09");
    form.getSought().setCategory("I");
    form.getSought().setTypes(List.of("T3", "T4"));
    LocationForm nantes = new LocationForm("44109");
    nantes.setDistrict("Doulon");
    form.getSought().setLocations(List.of(nantes, new LocationForm("44162")));
    form.getSought().setAcceptsOtherLocations(true);
    form.getSought().setMaximumRent(1050);
  }

  private static PersonForm person(String civility, String given, String surname, LocalDate born) {
    PersonForm person = new PersonForm();
    person.setCivility(civility);
    person.setGivenName(given);
    person.setSurname(surname);
    person.setBirthDate(born);
    return person;
  }

  DemandSample renewedOn(LocalDate day) {
    renewedOn = day;
    return this;
  }

  DemandSample cancelledOn(LocalDate day) {
    cancelledOn = day;
    return this;
  }

  /** An association asks, not for the first time. */
  DemandSample body(String name, int ordinal) {
    LegalPersonForm body = new LegalPersonForm();
    body.setName(name);
    form.setLegalPerson(body);
    bodyOrdinal = ordinal;
    return this;
  }

  DemandFile file() {
    LocalDate deposit = LocalDate.of(2026, 3, 1);
    LocalDate start = renewedOn == null ? deposit : renewedOn;
    return new DemandFile(
        1,
        0,
        NUMBER,
        "44",
        cancelledOn == null ? DemandStatus.ACTIVE : DemandStatus.CANCELLED,
        deposit,
        renewedOn,
        start.plusMonths(12),
        false,
        start.plusMonths(13),
        cancelledOn == null ? null : CancellationReason.RADABA,
        null,
        cancelledOn,
        null,
        deposit.plusMonths(30),
        true,
        "G4401",
        "Guichet logement de Nantes Métropole",
        "Nantes Métropole",
        4,
        4,
        27_430,
        60,
        false,
        "NON",
        bodyOrdinal,
        true,
        List.of(),
        List.of(),
        form,
        events,
        events.size(),
        proposals);
  }
}
