package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.reference.CodeItem;
import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of the table of controls finds what it is there for, and nothing in a good form. */
class ControlsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Reference REFERENCE =
      Reference.load(Reads.over(TestDatabase.demonstration()));

  /** A form spoilt so that one control finds a fault at one field. */
  private record Case(String control, String field, Consumer<DemandForm> spoil) {
    private Control<?> line() {
      return ControlTable.all().stream()
          .filter(line -> line.id().equals(control))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public String toString() {
      return control
          + " "
          + line().severity()
          + " "
          + line().article()
          + " "
          + field
          + " "
          + line().code();
    }
  }

  private static Case at(String control, String field, Consumer<DemandForm> spoil) {
    return new Case(control, field, spoil);
  }

  private static Case applicant(String control, String field, Consumer<PersonForm> spoil) {
    return at(control, "applicant." + field, form -> spoil.accept(form.getApplicant()));
  }

  private static Case child(String control, String field, Consumer<PersonForm> spoil) {
    return at(control, "dependants[0]." + field, form -> spoil.accept(form.getDependants().get(0)));
  }

  private static Case contact(String control, String field, Consumer<ContactForm> spoil) {
    return at(control, "contact." + field, form -> spoil.accept(form.getContact()));
  }

  private static Case housing(String control, String field, Consumer<CurrentHousingForm> spoil) {
    return at(control, "currentHousing." + field, form -> spoil.accept(form.getCurrentHousing()));
  }

  private static Case motives(String control, String field, Consumer<MotivesForm> spoil) {
    return at(control, "motives." + field, form -> spoil.accept(form.getMotives()));
  }

  private static Case sought(String control, String field, Consumer<SoughtForm> spoil) {
    return at(control, "sought." + field, form -> spoil.accept(form.getSought()));
  }

  private static Case body(String control, String field, Consumer<LegalPersonForm> spoil) {
    return at(
        control,
        "legalPerson." + field,
        form -> {
          makeBody(form);
          spoil.accept(form.getLegalPerson());
        });
  }

  private static void makeBody(DemandForm form) {
    DemandForm body = Forms.body();
    form.setLegalPerson(body.getLegalPerson());
    form.setApplicant(body.getApplicant());
    form.setCoApplicants(new ArrayList<>());
    form.setDependants(new ArrayList<>());
    form.setExpectedChildren(null);
    form.setExpectedBirthDate(null);
    form.setCurrentHousing(body.getCurrentHousing());
    form.setMotives(body.getMotives());
  }

  static Stream<Case> cases() {
    return Stream.of(
            registration(),
            identity(),
            bodies(),
            contacts(),
            family(),
            work(),
            income(),
            present(),
            why(),
            wished())
        .flatMap(cases -> cases);
  }

  private static Stream<Case> registration() {
    return Stream.of(
        applicant("TC-0001", "surname", p -> p.setSurname("a".repeat(10_000_000))),
        applicant("TC-0002", "surname", p -> p.setSurname("<script>alert(1)</script>")),
        applicant("TC-0002", "givenName", p -> p.setGivenName("Zo\u0000é")),
        applicant("TC-0002", "givenName", p -> p.setGivenName("Zo\uFFFD")),
        at("TC-0003", "identityChecked", f -> f.setIdentityChecked(false)),
        at("TC-0004", "depositDate", f -> f.setDepositDate(TODAY.plusDays(1))),
        at("TC-0004", "depositDate", f -> f.setDepositDate(TODAY.minusYears(1).minusDays(1))),
        at("TC-0005", "depositDate", f -> f.setDepositDate(TODAY.minusMonths(1).minusDays(1))),
        at("TC-0006", "", f -> f.getCoApplicants().add(f.getCoApplicants().get(0))));
  }

  private static Stream<Case> identity() {
    return Stream.of(
        applicant("TC-0101", "surname", p -> p.setSurname("  ")),
        applicant("TC-0102", "surname", p -> p.setSurname("' -- 1=1")),
        applicant("TC-0103", "givenName", p -> p.setGivenName(null)),
        applicant("TC-0104", "givenName", p -> p.setGivenName("12")),
        applicant("TC-0105", "birthDate", p -> p.setBirthDate(null)),
        applicant("TC-0106", "birthDate", p -> p.setBirthDate(TODAY.plusDays(1))),
        applicant("TC-0106", "birthDate", p -> p.setBirthDate(LocalDate.of(1066, 10, 14))),
        applicant("TC-0107", "birthDate", p -> p.setBirthDate(TODAY.minusYears(15))),
        applicant("TC-0108", "birthDate", p -> p.setBirthDate(TODAY.minusYears(17))),
        applicant("TC-0109", "birthDate", p -> p.setBirthDate(TODAY.minusYears(111))),
        applicant("TC-0110", "civility", p -> p.setCivility(null)),
        applicant("TC-0111", "civility", p -> p.setCivility("3")), // no longer offered
        applicant("TC-0112", "nationality", p -> p.setNationality("")),
        applicant("TC-0113", "nationality", p -> p.setNationality("9")),
        child("TC-0114", "sex", p -> p.setSex("X")));
  }

  private static Stream<Case> bodies() {
    return Stream.of(
        body("TC-0120", "name", b -> b.setName(null)),
        body("TC-0121", "name", b -> b.setName("42")),
        body("TC-0122", "siren", b -> b.setSiren("12345678")),
        body("TC-0123", "rna", b -> b.setRna("123456789")),
        body("TC-0124", "createdOn", b -> b.setCreatedOn(TODAY.plusDays(1))),
        body("TC-0125", "createdOn", b -> b.setCreatedOn(null)),
        at("TC-0126", "coApplicants", f -> f.setLegalPerson(Forms.body().getLegalPerson())),
        at("TC-0126", "dependants", f -> f.setLegalPerson(Forms.body().getLegalPerson())),
        at("TC-0126", "currentHousing", f -> f.setLegalPerson(Forms.body().getLegalPerson())),
        at("TC-0126", "motives", f -> f.setLegalPerson(Forms.body().getLegalPerson())),
        at("TC-0126", "expectedChildren", f -> f.setLegalPerson(Forms.body().getLegalPerson())),
        at(
            "TC-0126",
            "applicant.taxIncomeN2",
            f -> f.setLegalPerson(Forms.body().getLegalPerson())));
  }

  private static Stream<Case> contacts() {
    return Stream.of(
        contact("TC-0201", "addressLine", c -> c.setAddressLine(" ")),
        contact("TC-0202", "city", c -> c.setCity(null)),
        contact("TC-0203", "postalCode", c -> c.setPostalCode(null)),
        contact("TC-0204", "postalCode", c -> c.setPostalCode("?")),
        contact("TC-0205", "municipalityCode", c -> c.setMunicipalityCode("99999")),
        contact("TC-0206", "country", c -> c.setAbroad(true)),
        contact("TC-0207", "postalCode", c -> c.setPostalCode("49000")),
        at(
            "TC-0208",
            "applicant.phone",
            f -> {
              f.getApplicant().setPhone(null);
              f.getApplicant().setEmail(null);
            }),
        at(
            "TC-0209",
            "contact.emailAgreed",
            f -> {
              f.getApplicant().setEmail(null);
              f.getContact().setEmailAgreed(true);
            }),
        applicant("TC-0210", "email", p -> p.setEmail("nobody")),
        applicant("TC-0211", "phone", p -> p.setPhone("call me")),
        applicant("TC-0212", "otherPhone", p -> p.setOtherPhone("12")),
        applicant("TC-0213", "email", p -> p.setEmail("eleonore@gmial.com")),
        applicant("TC-0213", "email", p -> p.setEmail("eleonore@orange.rf")),
        applicant("TC-0214", "phone", p -> p.setPhone("02 40 12 34")),
        applicant("TC-0215", "otherPhone", p -> p.setOtherPhone("1 23 45 67 89")),
        at("TC-0216", "helper.email", f -> f.getHelper().setEmail("nobody")),
        at("TC-0217", "helper.phone", f -> f.getHelper().setPhone("x")));
  }

  private static Stream<Case> family() {
    return Stream.of(
        applicant("TC-0301", "familySituation", p -> p.setFamilySituation("Z")),
        applicant("TC-0302", "familySituation", p -> p.setFamilySituation(null)),
        at(
            "TC-0303",
            "coApplicants[0].applicantLink",
            f -> f.getCoApplicants().get(0).setApplicantLink(null)),
        at(
            "TC-0304",
            "coApplicants[0].applicantLink",
            f -> f.getCoApplicants().get(0).setApplicantLink("Z")),
        child("TC-0305", "surname", p -> p.setSurname(null)),
        child("TC-0306", "givenName", p -> p.setGivenName(null)),
        child("TC-0307", "birthDate", p -> p.setBirthDate(null)),
        child("TC-0308", "kinship", p -> p.setKinship("Z")),
        child("TC-0309", "kinship", p -> p.setKinship(null)),
        child("TC-0310", "custody", p -> p.setCustody("Z")),
        at(
            "TC-0311",
            "dependants",
            f ->
                f.setDependants(
                    Collections.nCopies(19, Forms.child("Zoé", LocalDate.of(2018, 1, 1))))),
        at("TC-0312", "expectedChildren", f -> f.setExpectedChildren(10)),
        at("TC-0313", "expectedBirthDate", f -> f.setExpectedBirthDate(null)),
        at("TC-0314", "expectedBirthDate", f -> f.setExpectedBirthDate(TODAY.plusMonths(11))),
        at("TC-0315", "expectedBirthDate", f -> f.setExpectedBirthDate(TODAY.minusDays(1))),
        at("TC-0318", "separation", f -> f.setSeparation("Z")),
        child("TC-0316", "birthDate", p -> p.setBirthDate(LocalDate.of(1989, 1, 1))),
        child(
            "TC-0317",
            "birthDate",
            p -> {
              p.setKinship("P");
              p.setBirthDate(LocalDate.of(1989, 1, 1));
            }));
  }

  private static Stream<Case> work() {
    return Stream.of(
        applicant("TC-0401", "workContract", p -> p.setWorkContract("Z")),
        applicant("TC-0402", "workContract", p -> p.setWorkContract(null)),
        applicant("TC-0403", "employer", p -> p.setEmployer(null)),
        applicant("TC-0404", "employerSiret", p -> p.setEmployerSiret("123")));
  }

  private static Stream<Case> income() {
    return Stream.of(
        applicant("TC-0501", "taxIncomeN1", p -> p.setTaxIncomeN1(-1)),
        applicant("TC-0502", "taxIncomeN2", p -> p.setTaxIncomeN2(10_000_001)),
        applicant("TC-0503", "taxIncomeN2", p -> p.setTaxIncomeN2(null)),
        applicant("TC-0504", "taxYear", p -> p.setTaxYear(TODAY.getYear())),
        applicant("TC-0505", "taxYear", p -> p.setTaxYear(TODAY.getYear() - 3)),
        applicant(
            "TC-0506", "resources[1].code", p -> p.getResources().add(new ResourceForm(null, 5))),
        applicant(
            "TC-0507", "resources[1].code", p -> p.getResources().add(new ResourceForm("Z", 5))),
        applicant(
            "TC-0508", "resources[1].code", p -> p.getResources().add(new ResourceForm("SAL", 5))),
        applicant(
            "TC-0509",
            "resources[1].amount",
            p -> p.getResources().add(new ResourceForm("AF", null))),
        applicant(
            "TC-0510",
            "resources[1].amount",
            p -> p.getResources().add(new ResourceForm("AF", -5))),
        applicant("TC-0511", "resources[0].amount", p -> p.getResources().get(0).setAmount(17_400)),
        applicant("TC-0512", "resources", p -> p.setResources(List.of())),
        applicant("TC-0513", "withoutResources", p -> p.setWithoutResources(true)),
        applicant("TC-0514", "recentIncome", p -> p.setRecentIncome(-1)),
        applicant("TC-0515", "recentIncomeTo", p -> p.setRecentIncome(9_000)),
        applicant("TC-0516", "recentIncomeTo", p -> p.setRecentIncomeTo(TODAY.plusDays(1))),
        applicant("TC-0517", "incomeEvent", p -> p.setRecentIncome(9_000)),
        applicant("TC-0518", "incomeEvent", p -> p.setIncomeEvent("Z")));
  }

  private static Stream<Case> present() {
    return Stream.of(
        housing("TC-0601", "tenure", h -> h.setTenure(null)),
        housing("TC-0602", "tenure", h -> h.setTenure("Z")),
        housing("TC-0603", "category", h -> h.setCategory("Z")),
        housing("TC-0604", "type", h -> h.setType("T9")),
        housing("TC-0605", "surface", h -> h.setSurface(0)),
        housing("TC-0606", "occupants", h -> h.setOccupants(100)),
        housing("TC-0607", "rent", h -> h.setRent(-1)),
        housing("TC-0608", "housingAid", h -> h.setHousingAid(-1)),
        housing("TC-0609", "since", h -> h.setSince(TODAY.plusDays(1))),
        housing("TC-0610", "hostNumber", h -> h.setHostNumber("44")),
        housing("TC-0611", "type", h -> h.setType(null)),
        housing("TC-0612", "surface", h -> h.setSurface(null)),
        housing("TC-0613", "rent", h -> h.setRent(null)),
        housing("TC-0614", "landlord", h -> h.setTenure("HLM")),
        housing("TC-0615", "hostName", h -> h.setTenure("CP")),
        housing("TC-0616", "occupants", h -> h.setOccupants(null)),
        housing("TC-0617", "since", h -> h.setSince(null)),
        housing("TC-0618", "surface", h -> h.setSurface(11)),
        housing("TC-0618", "surface", h -> h.setSurface(451)),
        housing("TC-0619", "rent", h -> h.setRent(2_901)),
        housing("TC-0620", "since", h -> h.setSince(LocalDate.of(1990, 5, 16))));
  }

  private static Stream<Case> why() {
    return Stream.of(
        motives("TC-0701", "main", m -> m.setMain(null)),
        motives("TC-0702", "main", m -> m.setMain("99")),
        motives("TC-0703", "second", m -> m.setSecond("99")),
        motives("TC-0704", "third", m -> m.setThird("99")),
        motives("TC-0705", "second", m -> m.setSecond("09")),
        motives("TC-0706", "second", m -> m.setThird("13")),
        motives("TC-0707", "detail", m -> m.setMain("23")));
  }

  private static Stream<Case> wished() {
    return Stream.of(
        sought("TC-0801", "category", s -> s.setCategory(null)),
        sought("TC-0802", "category", s -> s.setCategory("Z")),
        sought("TC-0803", "types", s -> s.setTypes(List.of())),
        sought("TC-0804", "types[0]", s -> s.setTypes(List.of("T9"))),
        sought("TC-0805", "types", s -> s.setTypes(List.of("T2", "T2"))),
        sought("TC-0806", "acceptsOtherLocations", s -> s.setAcceptsOtherLocations(null)),
        sought("TC-0807", "maximumRent", s -> s.setMaximumRent(0)),
        sought("TC-0808", "maximumRent", s -> s.setMaximumRent(2_901)),
        at(
            "TC-0809",
            "sought.sharedTenancy",
            f -> {
              f.getCoApplicants().clear();
              f.getSought().setSharedTenancy(true);
            }),
        sought("TC-0810", "locations", s -> s.setLocations(List.of())),
        sought(
            "TC-0811",
            "locations",
            s -> s.setLocations(Collections.nCopies(9, new LocationForm("44109")))),
        sought(
            "TC-0812",
            "locations[0].municipalityCode",
            s -> s.setLocations(List.of(new LocationForm()))),
        sought(
            "TC-0813",
            "locations[0].municipalityCode",
            s -> s.setLocations(List.of(new LocationForm("99999")))),
        sought(
            "TC-0814",
            "locations[1].municipalityCode",
            s -> s.setLocations(List.of(new LocationForm("44109"), new LocationForm("44109")))),
        sought(
            "TC-0815",
            "locations",
            s -> s.setLocations(List.of(new LocationForm("44109"), new LocationForm("56121")))),
        sought(
            "TC-0816",
            "locations[1].district",
            s -> s.getLocations().get(1).setDistrict("44109-ILE-DE-NANTES")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theControlFindsItAtItsField(Case one) {
    DemandForm form = Forms.complete();
    one.spoil().accept(form);
    List<Fault> faults =
        switch (one.line().severity()) {
          case INVALID -> Controls.check(form, REFERENCE, TODAY);
          case INCOMPLETE -> Controls.missing(form);
          case DOUBTFUL -> Controls.doubts(form, REFERENCE, TODAY);
        };
    assertThat(faults)
        .filteredOn(fault -> one.control().equals(fault.control()))
        .extracting(Fault::field)
        .contains(one.field());
    assertThat(faults)
        .filteredOn(fault -> one.control().equals(fault.control()))
        .extracting(Fault::code)
        .containsOnly(one.line().code());
  }

  @Test
  void everyControlHasACaseAndAnIdentifierOfItsOwn() {
    Set<String> shown = cases().map(Case::control).collect(Collectors.toCollection(TreeSet::new));
    List<String> lines = ControlTable.DEMAND.stream().map(Control::id).toList();
    assertThat(shown).containsExactlyInAnyOrderElementsOf(lines);
    assertThat(ControlTable.all().stream().map(Control::id)).doesNotHaveDuplicates();
    assertThat(ControlTable.all())
        .allSatisfy(line -> assertThat(line.id()).matches("TC-\\d{4}"))
        .allSatisfy(line -> assertThat(line.article()).startsWith("R.441-2-"));
  }

  @Test
  void R_441_2_3_formAndIdentityAreEnoughToRegister() {
    assertThat(Controls.check(Forms.alone(), REFERENCE, TODAY)).isEmpty();
    assertThat(Controls.missing(Forms.alone())).isNotEmpty();
  }

  @Test
  void R_441_2_3_noIncomeNoWorkAndNoTelephoneKeepsNobodyOut() {
    assertThat(ControlTable.DEMAND)
        .filteredOn(line -> Set.of(FormSection.WORK, FormSection.INCOME).contains(line.section()))
        .filteredOn(line -> line.code().equals("REQUIRED"))
        .extracting(Control::field)
        .allMatch(field -> field.contains("resources[]"));
  }

  @Test
  void aFormWithEverythingLacksNothingAndLeavesNoDoubt() {
    assertThat(Controls.check(Forms.complete(), REFERENCE, TODAY)).isEmpty();
    assertThat(Controls.missing(Forms.complete())).isEmpty();
    assertThat(Controls.doubts(Forms.complete(), REFERENCE, TODAY)).isEmpty();
  }

  @Test
  void R_441_2_2_aBodyFillsInWhoItIsWhereItIsAndWhatItSeeks() {
    assertThat(Controls.check(Forms.body(), REFERENCE, TODAY)).isEmpty();
    assertThat(Controls.missing(Forms.body())).isEmpty();
    assertThat(Controls.doubts(Forms.body(), REFERENCE, TODAY)).isEmpty();
  }

  @Test
  void R_441_2_3_anEmptyFormIsToldEverythingAtOnce() {
    assertThat(Controls.check(new DemandForm(), REFERENCE, TODAY))
        .extracting(Fault::field)
        .contains(
            "identityChecked",
            "applicant.surname",
            "applicant.givenName",
            "applicant.birthDate",
            "contact.addressLine",
            "currentHousing.tenure",
            "motives.main",
            "sought.types",
            "sought.locations",
            "sought.acceptsOtherLocations");
    assertThat(Controls.doubts(new DemandForm(), REFERENCE, TODAY)).isEmpty();
  }

  @Test
  void aCodeNoLongerOfferedStaysWhereItIsAndGoesNowhereElse() {
    DemandForm stored = Forms.complete();
    stored.getApplicant().setId(7L);
    stored.getApplicant().setCivility("3");
    stored.getCoApplicants().get(0).setId(8L);
    DemandForm form = Forms.complete();
    form.getApplicant().setId(7L);
    form.getApplicant().setCivility("3");
    form.getCoApplicants().get(0).setId(8L);
    assertThat(Controls.check(form, stored, REFERENCE, TODAY)).isEmpty();
    form.getCoApplicants().get(0).setCivility("3");
    assertThat(Controls.check(form, stored, REFERENCE, TODAY))
        .extracting(Fault::field)
        .containsExactly("coApplicants[0].civility");
  }

  @Test
  void aResourceNoLongerOfferedStaysWithThePersonWhoHasIt() {
    // A day before the lists begin: every code is known, and none is offered.
    LocalDate before = LocalDate.of(2018, 1, 1);
    assertThat(Controls.check(Forms.complete(), REFERENCE, before))
        .anySatisfy(
            fault -> {
              assertThat(fault.code()).isEqualTo("UNKNOWN_CODE");
              assertThat(fault.field()).isEqualTo("applicant.resources[0].code");
            });
    assertThat(Controls.check(Forms.complete(), Forms.complete(), REFERENCE, before))
        .extracting(Fault::code)
        .doesNotContain("UNKNOWN_CODE");
    assertThat(REFERENCE.items("CIVILITY", TODAY, List.of("3", "X")))
        .extracting(CodeItem::code)
        .containsExactlyInAnyOrder("1", "2", "3");
  }

  @Test
  void childrenInSharedCustodyHaveNoNameOnTheForm() {
    DemandForm form = Forms.complete();
    assertThat(form.getDependants().get(1).getSurname()).isNull();
    assertThat(Controls.check(form, REFERENCE, TODAY)).isEmpty();
  }

  @Test
  void usualTelephonesAreNoDoubt() {
    for (String usual :
        List.of("0612345678", "06.12.34.56.78", "+33 6 12 34 56 78", "+44 20 7946 0958")) {
      DemandForm form = Forms.complete();
      form.getApplicant().setPhone(usual);
      assertThat(Controls.doubts(form, REFERENCE, TODAY)).as(usual).isEmpty();
    }
  }

  @Test
  void R_441_2_2_i_theComplementIsOfKnownCodesAndPersons() {
    HandicapComplementForm form = new HandicapComplementForm();
    for (int i = 0; i < 2; i++) {
      HandicapPersonForm person = new HandicapPersonForm();
      person.setPersonId(5L);
      person.setState("Z");
      person.setWalking("9");
      person.setMotor(List.of("MI", "Z"));
      person.setSensory(List.of("Z"));
      person.setTechnicalAids(List.of("99"));
      person.setAdaptations(List.of("99"));
      person.setDetail("<b>");
      form.getPersons().add(person);
    }
    form.getPersons().add(new HandicapPersonForm());
    form.getPersons().get(2).setState("a".repeat(200));
    assertThat(Controls.check(form, REFERENCE, TODAY))
        .extracting(fault -> fault.control() + " " + fault.field())
        .contains(
            "TC-0901 persons[2].state",
            "TC-0902 persons[0].detail",
            "TC-0903 persons[2].personId",
            "TC-0904 persons",
            "TC-0905 persons[0].state",
            "TC-0906 persons[0].walking",
            "TC-0907 persons[0].motor[1]",
            "TC-0908 persons[0].sensory[0]",
            "TC-0909 persons[0].technicalAids[0]",
            "TC-0910 persons[0].adaptations[0]");
  }
}
