package fr.toitcommun.ear;

import static fr.toitcommun.ear.HouseholdActs.DESK;
import static fr.toitcommun.ear.HouseholdActs.open;
import static fr.toitcommun.ear.HouseholdActs.register;
import static fr.toitcommun.ear.HouseholdActs.registrations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.ejb.registration.DeskWork;
import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.CurrentHousingForm;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DoubtfulInput;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FieldChange;
import fr.toitcommun.persistence.registration.FlatForm;
import fr.toitcommun.persistence.registration.HelperForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.ResourceForm;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.registration.work.WorkList;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole form of a person goes in and comes out as it was; what is missing, odd or offered no
 * longer is told.
 */
@ExtendWith(ArquillianExtension.class)
class WholeFormIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(WholeFormIT.class, Acts.class, HouseholdActs.class);
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
    assertThat(Acts.of(CodeLists.class).label("CIVILITY", "3", Locale.FRENCH))
        .isEqualTo("Mademoiselle");
    file.form().getContact().setCity("Rezé");
    AsAgent.call(
        DESK, () -> registrations().modify(number, file.version(), file.form(), WordOf.APPLICANT));
    DemandForm newOne = Acts.form("Nouvelle", "44109");
    newOne.getApplicant().setCivility("3");
    RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> register(newOne));
    assertThat(refused.faults()).extracting(Fault::field).containsExactly("applicant.civility");
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

  private static DeskWork work() {
    return Acts.of(DeskWork.class);
  }
}
