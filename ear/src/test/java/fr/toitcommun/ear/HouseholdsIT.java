package fr.toitcommun.ear;

import static fr.toitcommun.ear.Paperwork.deposit;
import static fr.toitcommun.ear.Paperwork.document;
import static fr.toitcommun.ear.Paperwork.dossier;
import static fr.toitcommun.ear.Paperwork.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Departures;
import fr.toitcommun.ejb.registration.HandicapComplements;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.ejb.registration.SubjectRequests;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.Departure;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FieldChange;
import fr.toitcommun.persistence.registration.HandicapComplementForm;
import fr.toitcommun.persistence.registration.HandicapPersonForm;
import fr.toitcommun.persistence.registration.PastComplement;
import fr.toitcommun.persistence.registration.PastDemand;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.ResourceForm;
import fr.toitcommun.persistence.registration.Separation;
import fr.toitcommun.persistence.registration.SubjectFile;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.registration.dossier.DocumentStatus;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import jakarta.ejb.EJBAccessException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a demand when its household changes, and how it stood before. */
@ExtendWith(ArquillianExtension.class)
class HouseholdsIT {
  private static final String DESK = "guichet.nantes";
  private static final LocalDate TODAY = LocalDate.now();

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(HouseholdsIT.class, Acts.class, Papers.class, Paperwork.class);
  }

  @Test
  void whenTheApplicantDiesTheCoApplicantGoesOnWithNumberAndSeniority() throws Exception {
    String number = family("Le Meur");
    aged(number, 400);
    DemandFile before = open(number);
    leave(DESK, before, before.form().getApplicant().getId(), Departure.DEATH);
    DemandFile after = open(number);
    assertThat(after.uniqueNumber()).isEqualTo(number);
    assertThat(after.initialDepositDate()).isEqualTo(before.initialDepositDate());
    assertThat(after.form().getApplicant().getGivenName()).isEqualTo("Loïc");
    assertThat(after.form().getApplicant().getId())
        .isEqualTo(before.form().getCoApplicants().get(0).getId());
    assertThat(after.form().getCoApplicants()).isEmpty();
    assertThat(after.householdSize()).isEqualTo(before.householdSize() - 1);
    assertThat(names(number)).containsExactly("le meur loic");
    DemandFile.Event event = after.events().get(0);
    assertThat(event.kind()).isEqualTo(DemandEventKind.PERSON_LEFT);
    assertThat(event.detail()).isEqualTo("DEATH");
    assertThat(event.changes())
        .contains(new FieldChange("applicant.givenName", "Éléonore", "Loïc"));
    assertThat(
            faults(() -> leave(DESK, after, after.form().getApplicant().getId(), Departure.DEATH)))
        .containsExactly("person LAST_SIGNER");
  }

  @Test
  void L_441_2_1_whoLeavesTakesDocumentsAndComplementAlongAndNothingIsAskedTwice()
      throws Exception {
    String number = family("Josso");
    DemandFile common = open(number);
    long loic = common.form().getCoApplicants().get(0).getId();
    long zoe = common.form().getDependants().get(0).getId();
    byte[] identity = Papers.pdf("carte de Loic");
    byte[] book = Papers.pdf("livret");
    long his = deposit(DESK, number, of("IDENTITY", loic), identity);
    long hers = deposit(DESK, number, of("OTHER", zoe), Papers.pdf("garde"));
    deposit(DESK, number, of("FAMILY_BOOK", null), book);
    deposit(DESK, number, of("RENT", null), Papers.pdf("bail"));
    complement(number, loic, zoe);
    String other =
        AsAgent.call(
                DESK,
                () ->
                    departures()
                        .separate(
                            number,
                            open(number).version(),
                            new Separation(loic, Set.of(), Set.of(zoe), newAddress()),
                            WordOf.APPLICANT))
            .value();
    assertThat(dossier(DESK, number).documents())
        .extracting(Dossier.Document::kind)
        .containsExactlyInAnyOrder("OTHER", "FAMILY_BOOK", "RENT");
    Dossier gone = dossier(DESK, other);
    assertThat(gone.documents())
        .extracting(Dossier.Document::kind, Dossier.Document::person)
        .containsExactlyInAnyOrder(
            tuple("IDENTITY", "Loïc Josso"),
            tuple("OTHER", "Zoé Josso"),
            tuple("FAMILY_BOOK", null));
    assertThat(gone.missing())
        .extracting(Dossier.Missing::kind)
        .doesNotContain("IDENTITY", "FAMILY_BOOK");
    assertThat(document(DESK, other, his).status()).isEqualTo(DocumentStatus.TO_CHECK);
    for (Dossier.Document one : gone.documents()) {
      if ("FAMILY_BOOK".equals(one.kind())) {
        // A file of its own: erasing one demand leaves the other's alone.
        try (InputStream content = Paperwork.open(DESK, other, one.id()).content()) {
          assertThat(content.readAllBytes()).isEqualTo(book);
        }
      }
    }
    assertThat(
            Acts.count(
                "select count(*) from content_to_sweep t join supporting_document s using"
                    + " (storage_key)"))
        .isZero();
    assertThat(document(DESK, number, hers).person()).isEqualTo("Zoé Josso");
    assertThat(health(other)).containsExactly("Loïc est suivi", "Zoé aussi");
    assertThat(health(number)).containsExactly("Zoé aussi");
  }

  private static void complement(String number, long... persons) throws Exception {
    List<String> said = List.of("Loïc est suivi", "Zoé aussi");
    HandicapComplementForm form = new HandicapComplementForm();
    for (int i = 0; i < persons.length; i++) {
      HandicapPersonForm one = new HandicapPersonForm();
      one.setPersonId(persons[i]);
      one.setState(Acts.text("select min(code) from code_item where list_name = 'HANDICAP_STATE'"));
      one.setDetail(said.get(i));
      form.getPersons().add(one);
    }
    AsAgent.call(
        DESK,
        () -> {
          Acts.of(HandicapComplements.class).put(number, open(number).version(), form);
          return null;
        });
  }

  private static List<String> health(String number) throws Exception {
    return AsAgent.call("bailleur.nantes", () -> Acts.of(HandicapComplements.class).read(number))
        .persons()
        .stream()
        .map(HandicapPersonForm::getDetail)
        .toList();
  }

  @Test
  void operationCRS_theLeaversAddressIsAskedForAndNotTakenOver() throws Exception {
    String number = family("Kerbrat");
    DemandFile common = open(number);
    long loic = common.form().getCoApplicants().get(0).getId();
    assertThat(
            faults(
                () ->
                    AsAgent.call(
                        DESK,
                        () ->
                            departures()
                                .separate(
                                    number,
                                    common.version(),
                                    new Separation(loic, Set.of(), Set.of(), null),
                                    WordOf.APPLICANT))))
        .containsExactlyInAnyOrder(
            "contact.addressLine REQUIRED", "contact.city REQUIRED", "contact.postalCode REQUIRED");
    assertThat(open(number).version()).isEqualTo(common.version());
  }

  @Test
  void documentsAndComplementAreReadAsTheyWereOnADay() throws Exception {
    String number = family("Lozac-h");
    aged(number, 30);
    long old = deposit(DESK, number, of("OTHER", null), Papers.pdf("ancien"));
    Paperwork.judge(old, number, DocumentStatus.TO_CHECK, null);
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update supporting_document set deposited_at = deposited_at - interval '10 day'"
                        + " where id = ?",
                    old));
    deposit(DESK, number, of("HEALTH", null), Papers.pdf("certificat"));
    complement(number, open(number).form().getCoApplicants().get(0).getId());
    PastDemand then = past(number, TODAY.minusDays(5));
    assertThat(then.documents())
        .extracting(Dossier.Document::kind, Dossier.Document::status)
        .containsExactly(tuple("OTHER", DocumentStatus.TO_CHECK));
    assertThat(then.complement().state()).isEqualTo(PastComplement.State.NONE);
    PastDemand now = past(number, TODAY);
    // What it is remains behind its right, in the past as now.
    assertThat(now.documents())
        .extracting(Dossier.Document::kind, Dossier.Document::status)
        .containsExactlyInAnyOrder(
            tuple("OTHER", DocumentStatus.CHECKED), tuple(null, DocumentStatus.TO_CHECK));
    assertThat(now.complement().state()).isEqualTo(PastComplement.State.SAME_AS_NOW);
    assertThat(now.complement().persons()).isNull();
    assertThat(
            AsAgent.call("bailleur.nantes", () -> files().asOf(number, TODAY))
                .complement()
                .persons())
        .hasSize(1);
    assertThat(past(number, TODAY.minusDays(20)).documents()).isEmpty();
    // Its year is over and nobody has renewed it.
    aged(number, 400);
    assertThat(past(number, TODAY).expired()).isTrue();
    assertThat(past(number, TODAY.minusDays(60)).expired()).isFalse();
  }

  @Test
  void operationCRS_theLeaverGetsANumberOfTheirOwnAndBothHistoriesTellOfTheOther()
      throws Exception {
    String number = family("Quintin");
    aged(number, 400);
    DemandFile before = open(number);
    DemandForm form = before.form();
    long zoe = form.getDependants().get(0).getId();
    long malo = form.getDependants().get(1).getId();
    Separation separation =
        new Separation(
            form.getCoApplicants().get(0).getId(), Set.of(malo), Set.of(zoe), newAddress());
    String other =
        AsAgent.call(
                "bailleur.nantes",
                () -> departures().separate(number, before.version(), separation, WordOf.APPLICANT))
            .value();
    assertThat(other).isNotEqualTo(number);
    assertThat(other.substring(0, 7)).isEqualTo(number(before.initialDepositDate()));
    DemandFile staying = open(number);
    DemandFile leaving = open(other);
    assertThat(staying.form().getCoApplicants()).isEmpty();
    assertThat(staying.form().getDependants())
        .extracting(PersonForm::getGivenName)
        .containsExactly("Zoé");
    assertThat(leaving.form().getApplicant().getGivenName()).isEqualTo("Loïc");
    assertThat(leaving.form().getApplicant().getResources()).hasSize(1);
    assertThat(leaving.form().getDependants())
        .extracting(PersonForm::getGivenName, PersonForm::getCustody)
        .containsExactlyInAnyOrder(tuple("Zoé", "G"), tuple("Malo", null));
    assertThat(leaving.initialDepositDate()).isEqualTo(before.initialDepositDate());
    assertThat(leaving.validUntil()).isEqualTo(before.validUntil());
    assertThat(leaving.form().getContact().getAddressLine()).isEqualTo("8 quai de la Fosse");
    assertThat(staying.form().getContact().getAddressLine()).isEqualTo("3 rue des Lilas");
    assertThat(leaving.form().getHelper().getName()).isNull();
    assertThat(
            Acts.text(
                "select coalesce(min(address_complement), 'none') || bool_or(email_agreed) from"
                    + " demand where unique_number = '"
                    + other
                    + "'"))
        .isEqualTo("nonefalse");
    assertThat(past(other, TODAY).validUntil()).isEqualTo(before.validUntil());
    assertThat(past(other, TODAY).initialDepositDate()).isEqualTo(before.initialDepositDate());
    assertThat(past(other, TODAY).expired()).isTrue();
    // Before the separation it was not there: those days are the common demand's.
    assertThat(faults(() -> past(other, TODAY.minusDays(1))))
        .containsExactly("on DATE_OUT_OF_RANGE");
    assertThat(past(number, TODAY.minusDays(1)).form().getCoApplicants()).hasSize(1);
    assertThat(staying.events().get(0).kind()).isEqualTo(DemandEventKind.SEPARATED);
    assertThat(staying.events().get(0).detail()).isEqualTo(other);
    assertThat(leaving.events())
        .filteredOn(event -> event.kind() == DemandEventKind.SEPARATED)
        .singleElement()
        .satisfies(event -> assertThat(event.detail()).isEqualTo(number));
    assertThat(names(number)).containsExactly("quintin eleonore");
    assertThat(names(other)).containsExactly("quintin loic");
    assertThat(
            Acts.count(
                "select count(*) from letter l join demand d on d.id = l.demand_id where"
                    + " d.unique_number = ? and l.kind = 'REGISTRATION_CERTIFICATE'",
                other))
        .isEqualTo(1);
    // The same page once more: somebody else was quicker.
    assertThat(
            catchThrowableOfType(
                ChangedMeanwhile.class,
                () ->
                    AsAgent.call(
                        DESK,
                        () ->
                            departures()
                                .separate(number, before.version(), separation, WordOf.APPLICANT))))
        .isNotNull();
  }

  @Test
  void householdsChangeOnlyForThoseWhoMayAndWithinTheirScope() throws Exception {
    String number = family("Riallot");
    DemandFile file = open(number);
    long loic = file.form().getCoApplicants().get(0).getId();
    for (String login : List.of("adil.44", "commune.sans-guichet")) {
      assertThat(
              catchThrowableOfType(
                  EJBAccessException.class, () -> leave(login, file, loic, Departure.WITHDRAWAL)))
          .as(login)
          .isNotNull();
    }
    for (String login : List.of("commune.saint-nazaire", "action.logement")) {
      assertThat(
              catchThrowableOfType(
                  NotInScope.class, () -> leave(login, file, loic, Departure.WITHDRAWAL)))
          .as(login)
          .isNotNull();
      assertThat(
              catchThrowableOfType(
                  NotInScope.class, () -> AsAgent.call(login, () -> files().asOf(number, TODAY))))
          .as(login)
          .isNotNull();
    }
    leave("prefecture.44", file, loic, Departure.WITHDRAWAL);
    assertThat(open(number).form().getCoApplicants()).isEmpty();
  }

  @Test
  void R_441_2_8_eachReasonIsStatedByThoseWhomTheLawNames() throws Exception {
    LocalDate notice = TODAY.minusMonths(2);
    String rejected = family("Sérazin");
    aged(rejected, 100);
    Cancellation irregular =
        new Cancellation(CancellationReason.RADIRR, "IRRRES", null, notice, "1A 234 567 8901 2");
    assertThat(faults(() -> cancel(DESK, rejected, irregular)))
        .containsExactly("reason CANCELLATION_BY_LANDLORD_ONLY");
    cancel("bailleur.nantes", rejected, irregular);
    assertThat(letters(rejected)).containsExactly("CANCELLED");
    String expired = family("Thébaud");
    aged(expired, 450);
    Cancellation notRenewed = new Cancellation(CancellationReason.RADREN, null, null, null);
    assertThat(faults(() -> cancel("bailleur.nantes", expired, notRenewed)))
        .containsExactly("reason CANCELLATION_BY_MANAGER_ONLY");
    // L.441-2-1: nobody is cancelled without a notice that left a month ago, by hand neither.
    assertThat(faults(() -> cancel("gestionnaire", expired, notRenewed)))
        .containsExactly("reason NON_RENEWAL_NO_NOTICE");
    notice(expired, null);
    assertThat(faults(() -> cancel("gestionnaire", expired, notRenewed)))
        .containsExactly("reason NON_RENEWAL_NOTICE_NOT_SENT");
    notice(expired, TODAY.minusDays(20));
    assertThat(faults(() -> cancel("gestionnaire", expired, notRenewed)))
        .containsExactly("on NON_RENEWAL_NOTICE_LATE");
    assertThat(open(expired).cancelledForNonRenewalOn())
        .isEqualTo(TODAY.minusDays(20).plusMonths(1));
    notice(expired, TODAY.minusMonths(2));
    cancel("gestionnaire", expired, notRenewed);
    String alone = register(Acts.form("Urvoy", "44109"));
    cancel(DESK, alone, new Cancellation(CancellationReason.RADABA, "DECES", null, null));
    assertThat(letters(alone)).isEmpty();
    assertThat(open(alone).cancellationSubReason()).isEqualTo("DECES");
  }

  @Test
  void aDemandIsReadAsItStoodOnAnyDaySinceItsDeposit() throws Exception {
    String number = family("Vigouroux");
    aged(number, 400);
    DemandFile first = open(number);
    DemandForm second = open(number).form();
    second.getDependants().remove(0);
    second.getApplicant().setResources(List.of(new ResourceForm("AF", 140)));
    second.getSought().setTypes(List.of("T2", "T3"));
    AsAgent.call(
        DESK, () -> registrations().modify(number, first.version(), second, WordOf.DOCUMENT));
    moved(number, "MODIFIED", 100);
    DemandFile then = open(number);
    PersonForm newborn = child("Nevenoé", TODAY.minusMonths(1));
    then.form().getDependants().add(newborn);
    AsAgent.call(
        DESK, () -> registrations().modify(number, then.version(), then.form(), WordOf.APPLICANT));
    int version = open(number).version();
    AsAgent.call(
        DESK,
        () -> {
          registrations().renew(number, version, TODAY.minusDays(30));
          return null;
        });

    PastDemand before = past(number, TODAY.minusDays(101));
    assertThat(before.form().getDependants())
        .extracting(PersonForm::getGivenName)
        .containsExactlyInAnyOrder("Zoé", "Malo");
    assertThat(before.form().getSought().getTypes()).containsExactly("T2");
    assertThat(before.form().getApplicant().getResources())
        .extracting(ResourceForm::getCode)
        .containsExactly("SAL");
    assertThat(before.lastRenewalDate()).isNull();
    assertThat(before.status()).isEqualTo(DemandStatus.ACTIVE);
    assertThat(before.since())
        .extracting(FieldChange::whose)
        .contains("Zoé Vigouroux", "Nevenoé Vigouroux");
    PastDemand between = past(number, TODAY.minusDays(100));
    assertThat(between.form().getDependants())
        .extracting(PersonForm::getGivenName)
        .containsExactly("Malo");
    assertThat(past(number, TODAY.minusDays(30)).lastRenewalDate()).isEqualTo(TODAY.minusDays(30));
    PastDemand now = past(number, TODAY);
    assertThat(now.since()).isEmpty();
    assertThat(now.form().getDependants())
        .extracting(PersonForm::getGivenName)
        .containsExactlyInAnyOrder("Malo", "Nevenoé");
    assertThat(faults(() -> past(number, first.initialDepositDate().minusDays(1))))
        .containsExactly("on DATE_OUT_OF_RANGE");
    assertThat(faults(() -> past(number, TODAY.plusDays(1))))
        .containsExactly("on DATE_OUT_OF_RANGE");
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where act = 'DemandFiles.asOf' and outcome ="
                    + " 'READ' and ? = any(unique_numbers)",
                number))
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void GDPR_15_and_16_thePersonGetsACopyAndARectificationIsNoted() throws Exception {
    String number = family("Wauquier");
    AsAgent.call("prefecture.44", () -> files().open(number));
    SubjectFile copy = AsAgent.call(DESK, () -> requests().copy(number));
    assertThat(copy.demand().form().getDependants()).hasSize(2);
    assertThat(copy.eraseFrom()).isNull();
    assertThat(copy.letters()).hasSize(1);
    assertThat(copy.demand().eventCount()).isEqualTo(copy.demand().events().size());
    assertThat(copy.readings())
        .anySatisfy(
            one -> {
              assertThat(one.partner()).startsWith("Préfecture");
              assertThat(one.day()).isEqualTo(TODAY);
              assertThat(one.readings()).isEqualTo(1);
            });
    AsAgent.call(
        DESK,
        () -> {
          requests().noteRectification(number, "Prénom mal écrit ; corrigé.");
          return null;
        });
    assertThat(open(number).events().get(0).detail()).isEqualTo("Prénom mal écrit ; corrigé.");
    assertThat(faults(() -> AsAgent.call(DESK, () -> noted(number, " "))))
        .containsExactly("answer REQUIRED");
    assertThat(faults(() -> AsAgent.call(DESK, () -> noted(number, "<b>"))))
        .containsExactly("answer ILLEGAL_CHARACTERS");
    assertThat(
            catchThrowableOfType(
                EJBAccessException.class,
                () -> AsAgent.call("adil.44", () -> requests().copy(number))))
        .isNotNull();
    assertThat(
            catchThrowableOfType(
                NotInScope.class,
                () -> AsAgent.call("commune.saint-nazaire", () -> requests().copy(number))))
        .isNotNull();
  }

  private static Void noted(String number, String answer) {
    requests().noteRectification(number, answer);
    return null;
  }

  private static ContactForm newAddress() {
    ContactForm contact = new ContactForm();
    contact.setAddressLine("8 quai de la Fosse");
    contact.setPostalCode("44000");
    contact.setCity("Nantes");
    return contact;
  }

  private static SubjectRequests requests() {
    return Acts.of(SubjectRequests.class);
  }

  private static String family(String surname) throws Exception {
    DemandForm form = Acts.form(surname, "44109");
    form.getApplicant().getResources().add(new ResourceForm("SAL", 1_480));
    PersonForm spouse = Acts.form(surname, "44109").getApplicant();
    spouse.setGivenName("Loïc");
    spouse.setCivility("1");
    spouse.setApplicantLink("M");
    spouse.getResources().add(new ResourceForm("CHO", 900));
    form.getCoApplicants().add(spouse);
    form.getDependants().add(child("Zoé", LocalDate.of(2018, 1, 1), surname));
    form.getDependants().add(child("Malo", LocalDate.of(2020, 2, 29), surname));
    return register(form);
  }

  private static PersonForm child(String givenName, LocalDate born) {
    return child(givenName, born, "Vigouroux");
  }

  private static PersonForm child(String givenName, LocalDate born, String surname) {
    PersonForm child = new PersonForm();
    child.setGivenName(givenName);
    child.setSurname(surname);
    child.setBirthDate(born);
    child.setKinship("E");
    return child;
  }

  private static String register(DemandForm form) throws Exception {
    return AsAgent.call(DESK, () -> registrations().register(form)).value();
  }

  /** As if the demand had been deposited and entered that many days ago, and lived since. */
  private static void aged(String number, int days) {
    LocalDate deposit = TODAY.minusDays(days);
    Acts.database()
        .useHandle(
            handle -> {
              handle.execute(
                  "update demand set initial_deposit_date = ?, valid_until = ?, registered_at ="
                      + " registered_at - ? * interval '1 day' where unique_number = ?",
                  deposit,
                  deposit.plusMonths(12),
                  days,
                  number);
            });
    moved(number, "REGISTERED", days);
  }

  private static void moved(String number, String kind, int days) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update demand_event set occurred_at = occurred_at - ? * interval '1 day',"
                        + " effective_on = effective_on - ? where kind = ? and demand_id = (select"
                        + " id from demand where unique_number = ?)",
                    days,
                    days,
                    kind,
                    number));
  }

  private static String number(LocalDate deposit) {
    return "044%02d%02d".formatted(deposit.getMonthValue(), deposit.getYear() % 100);
  }

  private static List<String> names(String number) {
    return texts(
        "select distinct n.name_key from person_name n join demand d on d.id ="
            + " n.demand_id where d.unique_number = ? order by 1",
        number);
  }

  /** Its notice of renewal, printed alone on that day; null: only asked for. */
  private static void notice(String number, LocalDate madeOn) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into letter (demand_id, departement_code, kind, about, channel,"
                        + " asked_at, made_on) select id, departement_code, 'RENEWAL_NOTICE',"
                        + " valid_until, 'POST', now(), cast(? as date) from demand where"
                        + " unique_number = ? on conflict (demand_id, kind, about, candidate_id,"
                        + " proposal_id) do update set made_on = excluded.made_on",
                    madeOn,
                    number));
  }

  private static List<String> letters(String number) {
    return texts(
        "select l.kind from letter l join demand d on d.id = l.demand_id where"
            + " d.unique_number = ? and l.kind = 'CANCELLED'",
        number);
  }

  private static List<String> texts(String sql, String number) {
    return Acts.database()
        .withHandle(handle -> handle.createQuery(sql).bind(0, number).mapTo(String.class).list());
  }

  private static Void leave(String login, DemandFile file, long person, Departure departure)
      throws Exception {
    return AsAgent.call(
        login,
        () -> {
          departures()
              .leave(file.uniqueNumber(), file.version(), person, departure, WordOf.APPLICANT);
          return null;
        });
  }

  private static Void cancel(String login, String number, Cancellation cancellation)
      throws Exception {
    int version = open(number).version();
    return AsAgent.call(
        login,
        () -> {
          registrations().cancel(number, version, cancellation);
          return null;
        });
  }

  private static PastDemand past(String number, LocalDate on) throws Exception {
    return AsAgent.call(DESK, () -> files().asOf(number, on));
  }

  private static DemandFile open(String number) throws Exception {
    return AsAgent.call(DESK, () -> files().open(number));
  }

  private static List<String> faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    return catchThrowableOfType(RefusedInput.class, act).faults().stream()
        .map((Fault fault) -> fault.field() + " " + fault.code())
        .toList();
  }

  private static Departures departures() {
    return Acts.of(Departures.class);
  }

  private static Registrations registrations() {
    return Acts.of(Registrations.class);
  }

  private static DemandFiles files() {
    return Acts.of(DemandFiles.class);
  }
}
