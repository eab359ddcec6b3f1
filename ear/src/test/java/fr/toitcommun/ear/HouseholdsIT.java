package fr.toitcommun.ear;

import static fr.toitcommun.ear.HouseholdActs.DESK;
import static fr.toitcommun.ear.HouseholdActs.TODAY;
import static fr.toitcommun.ear.HouseholdActs.aged;
import static fr.toitcommun.ear.HouseholdActs.complement;
import static fr.toitcommun.ear.HouseholdActs.family;
import static fr.toitcommun.ear.HouseholdActs.faults;
import static fr.toitcommun.ear.HouseholdActs.files;
import static fr.toitcommun.ear.HouseholdActs.open;
import static fr.toitcommun.ear.HouseholdActs.past;
import static fr.toitcommun.ear.HouseholdActs.register;
import static fr.toitcommun.ear.Paperwork.deposit;
import static fr.toitcommun.ear.Paperwork.document;
import static fr.toitcommun.ear.Paperwork.dossier;
import static fr.toitcommun.ear.Paperwork.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Cancellations;
import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.Departures;
import fr.toitcommun.ejb.registration.HandicapComplements;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Departure;
import fr.toitcommun.persistence.registration.FieldChange;
import fr.toitcommun.persistence.registration.HandicapPersonForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.Separation;
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

/** What becomes of a demand when its household changes or leaves the file. */
@ExtendWith(ArquillianExtension.class)
class HouseholdsIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        HouseholdsIT.class, HouseholdActs.class, Acts.class, Papers.class, Paperwork.class);
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

  private static List<String> health(String number) throws Exception {
    return AsAgent.call("bailleur.nantes", () -> Acts.of(HandicapComplements.class).read(number))
        .persons()
        .stream()
        .map(HandicapPersonForm::getDetail)
        .toList();
  }

  private static ContactForm newAddress() {
    ContactForm contact = new ContactForm();
    contact.setAddressLine("8 quai de la Fosse");
    contact.setPostalCode("44000");
    contact.setCity("Nantes");
    return contact;
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
                        + " unique_number = ? on conflict (demand_id, kind, about, candidate_id) do"
                        + " update set made_on = excluded.made_on",
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
          Acts.of(Cancellations.class).cancel(number, version, cancellation);
          return null;
        });
  }

  private static Departures departures() {
    return Acts.of(Departures.class);
  }
}
