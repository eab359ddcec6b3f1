package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.ejb.reference.Districts;
import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.DeskWork;
import fr.toitcommun.ejb.registration.HandicapComplements;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.CurrentHousingForm;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DoubtfulInput;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FieldChange;
import fr.toitcommun.persistence.registration.FlatForm;
import fr.toitcommun.persistence.registration.HandicapComplement;
import fr.toitcommun.persistence.registration.HandicapComplementForm;
import fr.toitcommun.persistence.registration.HandicapPersonForm;
import fr.toitcommun.persistence.registration.HelperForm;
import fr.toitcommun.persistence.registration.LegalPersonForm;
import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.ResourceForm;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.registration.work.WorkList;
import fr.toitcommun.persistence.territory.District;
import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole form goes in and comes out as it was; what is missing and what is odd is told. */
@ExtendWith(ArquillianExtension.class)
class WholeFormIT {
  private static final String DESK = "guichet.nantes";
  private static final String SECRET = "Largeur de porte de 90 cm";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(WholeFormIT.class, Acts.class);
  }

  @Test
  void everyFieldOfTheFormComesBackAsItWasStored() throws Exception {
    DemandForm form = whole();
    String number = register(form);
    Map<String, Object> read = FlatForm.of(open(number).form());
    Map<String, Object> sent = FlatForm.of(whole());
    sent.remove("depositDate");
    assertThat(read).containsAllEntriesOf(sent);

    // Each of them changed alone is one change in the history, at its field.
    DemandFile file = open(number);
    file.form().getHelper().setPhone("02 40 99 99 99");
    file.form().getContact().setCountry("Irlande");
    file.form().getCurrentHousing().setHousingAid(201);
    file.form().getCoApplicants().get(0).setEmployerSiret("98765432109876");
    file.form().getSought().setSharedTenancy(false);
    List<FieldChange> changes =
        AsAgent.call(
            DESK,
            () -> registrations().modify(number, file.version(), file.form(), WordOf.DOCUMENT));
    assertThat(changes)
        .extracting(change -> change.field().replaceAll("#\\d+", ""))
        .containsExactlyInAnyOrder(
            "coApplicants[].employerSiret",
            "contact.country",
            "currentHousing.housingAid",
            "helper.phone",
            "sought.sharedTenancy");
  }

  @Test
  void L_442_8_1_aBodyIsRegisteredFoundByItsNameAndModified() throws Exception {
    DemandForm form = body("Association Les Genêts d’Armor");
    String number = register(form);
    DemandFile file = open(number);
    assertThat(file.form().getLegalPerson().getSiren()).isEqualTo("784123456");
    // Arrêté of 7 November 2000, art. 1: each of its demands has its number.
    DemandForm next = body("Les Genêts d’Armor");
    next.getLegalPerson().setSiren(" 784123456 ");
    assertThat(open(register(next)).bodyOrdinal()).isEqualTo(file.bodyOrdinal() + 1);
    assertThat(file.form().getLegalPerson().getCreatedOn()).isEqualTo(LocalDate.of(1998, 4, 2));
    assertThat(file.form().getApplicant().getBirthDate()).isNull();
    assertThat(file.complete()).isTrue();
    assertThat(AsAgent.call(DESK, () -> files().find("genets armor", 0, 10)).rows())
        .anySatisfy(
            row -> {
              assertThat(row.uniqueNumber()).isEqualTo(number);
              assertThat(row.applicant()).isEqualTo("Association Les Genêts d’Armor");
            });
    // Its signatory asks for nothing.
    assertThat(AsAgent.call(DESK, () -> files().find("Bihannic-Signataire", 0, 10)).total())
        .isZero();
    file.form().getLegalPerson().setRna("W441234567");
    AsAgent.call(
        DESK, () -> registrations().modify(number, file.version(), file.form(), WordOf.APPLICANT));
    assertThat(open(number).form().getLegalPerson().getRna()).isEqualTo("W441234567");
    byte[] pdf = AsAgent.call(DESK, () -> files().certificate(number, java.util.Locale.FRENCH));
    assertThat(pdf).isNotEmpty();
    // It stands among the candidates like any other demand.
    assertThat(
            Acts.count(
                "select count(*) from candidate_wish w join demand d on d.id = w.demand_id"
                    + " where d.unique_number = ? and length(w.place) = 5",
                number))
        .isEqualTo(1);
  }

  @Test
  void R_441_2_3_whatIsMissingIsToldAndGoesAwayWhenItIsGiven() throws Exception {
    String number = register(Acts.form("Incomplète", "44109"));
    DemandFile file = open(number);
    assertThat(file.complete()).isFalse();
    assertThat(file.missing())
        .extracting(Fault::field)
        .contains("applicant.phone", "applicant.workContract", "currentHousing.rent");
    long before = AsAgent.call(DESK, () -> work().list(WorkList.TO_COMPLETE, null, 1)).total();
    complete(file.form());
    AsAgent.call(
        DESK, () -> registrations().modify(number, file.version(), file.form(), WordOf.APPLICANT));
    assertThat(open(number).missing()).isEmpty();
    assertThat(open(number).complete()).isTrue();
    assertThat(AsAgent.call(DESK, () -> work().list(WorkList.TO_COMPLETE, null, 1)).total())
        .isEqualTo(before - 1);
  }

  @Test
  void whatIsOddIsAskedOnceAndStoredWhenSomebodySaysSo() throws Exception {
    DemandForm form = Acts.form("Douteuse", "44109");
    form.getApplicant().setPhone("02 40 12 34");
    form.setDepositDate(LocalDate.now().minusMonths(2));
    assertThat(AsAgent.call(DESK, () -> registrations().doubts(form, null)))
        .extracting(Fault::control)
        .containsExactlyInAnyOrder("TC-0005", "TC-0214");
    long before = Acts.count("select count(*) from demand");
    DoubtfulInput asked =
        catchThrowableOfType(
            DoubtfulInput.class,
            () -> AsAgent.call(DESK, () -> registrations().register(form, Set.of("TC-0005"))));
    assertThat(asked.faults()).extracting(Fault::field).containsExactly("applicant.phone");
    assertThat(Acts.count("select count(*) from demand")).isEqualTo(before);
    String number =
        AsAgent.call(DESK, () -> registrations().register(form, Set.of("TC-0005", "TC-0214")))
            .value();
    DemandFile file = open(number);
    assertThat(file.doubts()).extracting(Fault::control).containsExactly("TC-0214");
    // What the stored form holds already is not asked about again; something new is.
    file.form().getContact().setCity("Rezé");
    // The page that modifies finds nothing wrong with it either.
    assertThat(AsAgent.call(DESK, () -> registrations().faults(file.form(), number))).isEmpty();
    assertThat(Acts.of(CodeLists.class).items("CIVILITY", List.of("3")))
        .extracting(item -> item.code())
        .contains("1", "2", "3");
    AsAgent.call(
        DESK,
        () ->
            registrations()
                .modify(number, file.version(), file.form(), WordOf.APPLICANT, Set.of()));
    DemandFile again = open(number);
    again.form().getApplicant().setEmail("quelquun@gmial.com");
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    DESK,
                    () ->
                        registrations()
                            .modify(
                                number, again.version(), again.form(), WordOf.APPLICANT, Set.of())))
        .isInstanceOf(DoubtfulInput.class);
    assertThat(AsAgent.call(DESK, () -> registrations().doubts(again.form(), number)))
        .extracting(Fault::control)
        .containsExactly("TC-0213");
  }

  @Test
  void aCodeNoLongerOfferedStaysReadableAndMayStay() throws Exception {
    String number = register(Acts.form("Ancienne", "44109"));
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update household_member set civility = '3' where demand_id ="
                        + " (select id from demand where unique_number = ?)",
                    number));
    DemandFile file = open(number);
    assertThat(file.form().getApplicant().getCivility()).isEqualTo("3");
    assertThat(Acts.of(CodeLists.class).label("CIVILITY", "3", java.util.Locale.FRENCH))
        .isEqualTo("Mademoiselle");
    file.form().getContact().setCity("Rezé");
    AsAgent.call(
        DESK, () -> registrations().modify(number, file.version(), file.form(), WordOf.APPLICANT));
    DemandForm newOne = Acts.form("Nouvelle", "44109");
    newOne.getApplicant().setCivility("3");
    RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> register(newOne));
    assertThat(refused.faults()).extracting(Fault::field).containsExactly("applicant.civility");
  }

  @Test
  void twoDistrictsOfAMunicipalityAreTwoWishesAndOneCandidacy() throws Exception {
    DemandForm form = Acts.form("Quartière", "44109", "44109");
    List<District> districts = Acts.of(CodeLists.class).districts("44109");
    assertThat(districts).hasSizeGreaterThan(2);
    form.getSought().getLocations().get(0).setDistrict(districts.get(0).code());
    form.getSought().getLocations().get(1).setDistrict(districts.get(1).code());
    String number = register(form);
    assertThat(open(number).form().getSought().getLocations())
        .extracting(LocationForm::getDistrict)
        .containsExactly(districts.get(0).code(), districts.get(1).code());
    assertThat(
            Acts.count(
                "select count(*) from candidate_wish w join demand d on d.id = w.demand_id"
                    + " where d.unique_number = ? and length(w.place) = 5",
                number))
        .isEqualTo(1);
  }

  @Test
  void R_441_2_5_theManagerStatesDistrictsAndWhatWasWishedStays() throws Exception {
    String code = "44162-ESSAI-1";
    AsAgent.call(
        "gestionnaire",
        () -> run(() -> districts().replace("44162", List.of(stated(code, "Le Bourg")))));
    assertThat(Acts.of(CodeLists.class).districts("44162"))
        .extracting(District::name)
        .containsExactly("Le Bourg");
    DemandForm form = Acts.form("Herblinoise", "44162");
    form.getSought().getLocations().get(0).setDistrict(code);
    String number = register(form);
    AsAgent.call(
        "gestionnaire",
        () ->
            run(() -> districts().replace("44162", List.of(stated("44162-ESSAI-2", "Atlantis")))));
    assertThat(Acts.of(CodeLists.class).districts("44162"))
        .extracting(District::name)
        .containsExactly("Atlantis");
    DemandFile file = open(number);
    assertThat(Acts.of(CodeLists.class).districtName(code)).isEqualTo("Le Bourg");
    file.form().getContact().setCity("Saint-Herblain");
    AsAgent.call(
        DESK, () -> registrations().modify(number, file.version(), file.form(), WordOf.APPLICANT));
    RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> register(form));
    assertThat(refused.faults())
        .extracting(Fault::field)
        .containsExactly("sought.locations[0].district");
    RefusedInput wrong =
        catchThrowableOfType(
            RefusedInput.class,
            () ->
                AsAgent.call(
                    "gestionnaire",
                    () ->
                        run(
                            () ->
                                districts().replace("44162", List.of(stated("44109-X", "<b>"))))));
    assertThat(wrong.faults()).extracting(Fault::field).containsExactly("[0].code", "[0].name");
    for (String login : List.of(DESK, "bailleur.nantes", "prefecture.44", "adil.44")) {
      assertThatThrownBy(
              () -> AsAgent.call(login, () -> run(() -> districts().replace("44162", List.of()))))
          .as(login)
          .isInstanceOf(EJBAccessException.class);
    }
  }

  @Test
  void theComplementIsDepositedAtTheCounterAndReadByWhoHouses() throws Exception {
    String number = register(Acts.form("Complétée", "44109"));
    DemandFile file = open(number);
    AsAgent.call(
        DESK, () -> run(() -> complements().put(number, file.version(), complement(file))));
    DemandFile after = open(number);
    assertThat(after.version()).isGreaterThan(file.version());
    assertThat(after.events().get(0).kind()).isEqualTo(DemandEventKind.HANDICAP_COMPLEMENT);
    assertThat(after.events().get(0).changes()).isEmpty();
    assertThat(
            Acts.count(
                "select count(*) from demand_event where coalesce(detail, '') || coalesce(changes,"
                    + " '') like ?",
                "%" + SECRET + "%"))
        .isZero();
    HandicapComplement read = AsAgent.call("bailleur.nantes", () -> complements().read(number));
    HandicapPersonForm person = read.persons().get(0);
    assertThat(person.getState()).isEqualTo("EVO");
    assertThat(person.getWalking()).isEqualTo("1");
    assertThat(person.getMotor()).containsExactly("MI", "MS");
    assertThat(person.getSensory()).containsExactly("DV");
    assertThat(person.getTechnicalAids()).containsExactly("4");
    assertThat(person.getAdaptations()).containsExactly("2", "3");
    assertThat(person.getDetail()).isEqualTo(SECRET);
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = 'bailleur.nantes' and act ="
                    + " 'HandicapComplements.read' and ? = any(unique_numbers)",
                number))
        .isEqualTo(1);
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    DESK,
                    () -> run(() -> complements().put(number, file.version(), complement(file)))))
        .isInstanceOf(ChangedMeanwhile.class);
    AsAgent.call(
        DESK,
        () -> run(() -> complements().put(number, after.version(), new HandicapComplementForm())));
    assertThat(AsAgent.call("bailleur.nantes", () -> complements().read(number)).persons())
        .isEmpty();
  }

  @Test
  void rightsToTheComplementByKindOfPartner() throws Exception {
    String number = register(Acts.form("Gardée", "44109"));
    for (String login : List.of("bailleur.nantes", "prefecture.44", "departement.44")) {
      AsAgent.call(login, () -> complements().read(number));
    }
    for (String login :
        List.of(
            DESK,
            "action.logement",
            "gestionnaire",
            "adil.44",
            "commune.saint-nazaire",
            "commune.sans-guichet")) {
      assertThatThrownBy(() -> AsAgent.call(login, () -> complements().read(number)))
          .as(login)
          .isInstanceOf(EJBAccessException.class);
    }
    for (String login : List.of("adil.44", "commune.sans-guichet")) {
      assertThatThrownBy(
              () ->
                  AsAgent.call(
                      login,
                      () -> run(() -> complements().put(number, 1, new HandicapComplementForm()))))
          .as(login)
          .isInstanceOf(EJBAccessException.class);
    }
    // The right alone is not enough: the demand must be in scope.
    String elsewhere =
        Acts.text(
            "select min(unique_number) from demand where departement_code = '56' and desk_id in"
                + " (select id from registration_desk where municipality_code like '56%')");
    assertThatThrownBy(() -> AsAgent.call("departement.44", () -> complements().read(elsewhere)))
        .isInstanceOf(NotInScope.class);
  }

  @Test
  void aPersonOfAnotherDemandHasNoPlaceInAComplement() throws Exception {
    DemandFile other = open(register(Acts.form("Autre", "44109")));
    String number = register(Acts.form("Propre", "44109"));
    int version = open(number).version();
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class,
            () ->
                AsAgent.call(
                    DESK, () -> run(() -> complements().put(number, version, complement(other)))));
    assertThat(refused.faults()).extracting(Fault::code).containsExactly("PERSON_NOT_OF_DEMAND");
  }

  private static HandicapComplementForm complement(DemandFile of) {
    HandicapPersonForm person = new HandicapPersonForm();
    person.setPersonId(of.form().getApplicant().getId());
    person.setState("EVO");
    person.setWalking("1");
    person.setMotor(List.of("MI", "MS"));
    person.setSensory(List.of("DV"));
    person.setTechnicalAids(List.of("4"));
    person.setAdaptations(List.of("2", "3"));
    person.setDetail(SECRET);
    HandicapComplementForm form = new HandicapComplementForm();
    form.setPersons(List.of(person));
    return form;
  }

  private static DemandForm body(String name) {
    DemandForm form = Acts.form("Bihannic-Signataire", "44109");
    PersonForm signatory = new PersonForm();
    signatory.setSurname("Bihannic-Signataire");
    signatory.setGivenName("Yann");
    signatory.setPhone("02 40 12 34 56");
    form.setApplicant(signatory);
    form.setCurrentHousing(new CurrentHousingForm());
    form.getMotives().setMain(null);
    LegalPersonForm body = new LegalPersonForm();
    body.setName(name);
    body.setSiren("784123456");
    body.setCreatedOn(LocalDate.of(1998, 4, 2));
    form.setLegalPerson(body);
    return form;
  }

  private static void complete(DemandForm form) {
    PersonForm applicant = form.getApplicant();
    applicant.setPhone("02 40 12 34 56");
    applicant.setFamilySituation("C");
    applicant.setWorkContract("CHO");
    applicant.setWithoutResources(true);
    CurrentHousingForm housing = form.getCurrentHousing();
    housing.setType("T2");
    housing.setSurface(40);
    housing.setRent(500);
    housing.setOccupants(1);
    housing.setSince(LocalDate.of(2020, 1, 1));
  }

  /** A form that says something in every field a natural person may fill in. */
  private static DemandForm whole() {
    DemandForm form = Acts.form("Entière", "44109");
    fill(form.getApplicant());
    PersonForm flatmate = new PersonForm();
    flatmate.setCivility("1");
    flatmate.setSurname("Colocataire");
    flatmate.setGivenName("Gwenaël");
    flatmate.setBirthDate(LocalDate.of(1990, 1, 31));
    flatmate.setNationality("3");
    flatmate.setApplicantLink("L");
    fill(flatmate);
    form.getCoApplicants().add(flatmate);
    PersonForm child = new PersonForm();
    child.setSurname("Entière");
    child.setGivenName("Maël");
    child.setBirthDate(LocalDate.of(2012, 6, 1));
    child.setSex("M");
    child.setKinship("E");
    child.getResources().add(new ResourceForm("BE", 120));
    form.getDependants().add(child);
    PersonForm visiting = new PersonForm();
    visiting.setBirthDate(LocalDate.of(2014, 6, 1));
    visiting.setSex("F");
    visiting.setCustody("D");
    form.getDependants().add(visiting);
    form.setExpectedChildren(1);
    form.setExpectedBirthDate(LocalDate.now().plusMonths(3));
    ContactForm contact = form.getContact();
    contact.setMunicipalityCode(null);
    contact.setAddressComplement("Lieu-dit Ty Gwen");
    contact.setHostedBy("Mme Hôtesse");
    contact.setBuilding("Bât. C, escalier 2");
    contact.setFloor("3e étage");
    contact.setApartment("Appt 31");
    contact.setAbroad(true);
    contact.setCountry("Belgique");
    contact.setEmailAgreed(true);
    contact.setWantsPost(true);
    HelperForm helper = form.getHelper();
    helper.setStructure("Centre médico-social");
    helper.setName("Mme Aidante");
    helper.setPhone("02 40 00 00 02");
    helper.setEmail("aide@example.org");
    CurrentHousingForm housing = form.getCurrentHousing();
    housing.setTenure("CP");
    housing.setLandlord("Sans objet");
    housing.setHostName("Mme Hôtesse");
    housing.setHostNumber("0441006000001G4401");
    housing.setHousingAid(150);
    housing.setCategory("M");
    housing.setType("T5");
    housing.setSurface(98);
    housing.setOccupants(6);
    housing.setRent(210);
    housing.setSince(LocalDate.of(2021, 2, 3));
    housing.setOwnsDwelling(true);
    form.getMotives().setMain("23");
    form.getMotives().setSecond("01");
    form.getMotives().setThird("19");
    form.getMotives().setDetail("Proche d’un établissement spécialisé");
    form.getSought().setMaximumRent(640);
    form.getSought().setAcceptsGroundFloor(false);
    form.getSought().setAcceptsTopFloor(false);
    form.getSought().setAcceptsNoLift(false);
    form.getSought().setWantsParking(true);
    form.getSought().setNeedsAdaptedDwelling(true);
    form.getSought().setSharedTenancy(true);
    return form;
  }

  private static void fill(PersonForm person) {
    person.setBirthName("Naissance");
    person.setSex("F");
    person.setFamilySituation("C");
    person.setDisabled(true);
    person.setPhone("02 40 00 00 01");
    person.setOtherPhone("06 00 00 00 01");
    person.setEmail("entiere@example.org");
    person.setWorkContract("CDI");
    person.setProfession("Soudeuse");
    person.setEmployer("Chantiers");
    person.setEmployerCity("Namur");
    person.setEmployerPostalCode("5000");
    person.setEmployerAbroad(true);
    person.setEmployerSiret("12345678901234");
    person.setEmployerContributes(true);
    person.setTaxIncomeN1(15_100);
    person.setTaxIncomeN2(14_200);
    person.setTaxYear(LocalDate.now().getYear() - 2);
    person.getResources().add(new ResourceForm("PAV", 90));
    person.getResources().add(new ResourceForm("SAL", 1_310));
  }

  private static String register(DemandForm form) throws Exception {
    return AsAgent.call(DESK, () -> registrations().register(form)).value();
  }

  private static DemandFile open(String number) throws Exception {
    return AsAgent.call(DESK, () -> files().open(number));
  }

  private static Districts.Stated stated(String code, String name) {
    return new Districts.Stated(code, name);
  }

  private static Void run(Runnable act) {
    act.run();
    return null;
  }

  private static Registrations registrations() {
    return Acts.of(Registrations.class);
  }

  private static DeskWork work() {
    return Acts.of(DeskWork.class);
  }

  private static DemandFiles files() {
    return Acts.of(DemandFiles.class);
  }

  private static HandicapComplements complements() {
    return Acts.of(HandicapComplements.class);
  }

  private static Districts districts() {
    return Acts.of(Districts.class);
  }
}
