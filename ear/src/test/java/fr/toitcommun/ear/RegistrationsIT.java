package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Cancellations;
import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.ForgottenKeys;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.ResourceForm;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.WordOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The acts of a desk on a demand, in the server and its database. */
@ExtendWith(ArquillianExtension.class)
class RegistrationsIT {
  private static final String DESK = "guichet.nantes";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(RegistrationsIT.class, Acts.class);
  }

  @Test
  void R_441_2_3_registeringGivesTheNumberOfTerritoryMonthAndDesk() throws Exception {
    String number = register("Kervadec");
    LocalDate today = LocalDate.now();
    assertThat(number)
        .hasSize(18)
        .startsWith("044%02d%02d".formatted(today.getMonthValue(), today.getYear() % 100));
    DemandFile file = open(number);
    assertThat(number).endsWith(file.deskCode());
    assertThat(file.status()).isEqualTo(DemandStatus.ACTIVE);
    assertThat(file.validUntil()).isEqualTo(today.plusMonths(12));
    assertThat(file.form().getApplicant().getSurname()).isEqualTo("Kervadec");
    assertThat(
            Acts.count(
                "select count(*) from candidate_wish w join demand d on d.id = w.demand_id where"
                    + " d.unique_number = ? and length(w.place) = 5",
                number))
        .isEqualTo(2);
  }

  @Test
  void R_441_2_4_theCertificateIsAPdf() throws Exception {
    String number = register("Quéméneur");
    byte[] pdf = AsAgent.call(DESK, () -> files().certificate(number, Locale.FRENCH));
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
  }

  @Test
  void idempotencyKeysAreForgottenAfterSevenDays() throws Exception {
    String old = UUID.randomUUID().toString();
    String recent = UUID.randomUUID().toString();
    for (String key : List.of(old, recent)) {
      AsAgent.call(
          DESK,
          () ->
              registrations()
                  .register(Acts.form("Répétitrice", "44109"), java.util.Set.of(), key, "digest"));
    }
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update idempotent_answer set created_at = now() - interval '7 days 1 minute'"
                        + " where idempotency_key = ?",
                    old));
    Acts.of(ForgottenKeys.class).forget();
    String kept = "select count(*) from idempotent_answer where idempotency_key = ?";
    assertThat(Acts.count(kept, old)).isZero();
    assertThat(Acts.count(kept, recent)).isEqualTo(1);
  }

  @Test
  void everyNominativeReadAndActIsJournalled() throws Exception {
    String number = register("Journalisée");
    open(number);
    assertThat(journalled("Registrations.register", "DONE", number)).isEqualTo(1);
    assertThat(journalled("DemandFiles.open", "READ", number)).isEqualTo(1);
  }

  @Test
  void whatIsRefusedLeavesNothingBehind() {
    long before = Acts.count("select count(*) from demand");
    long names = Acts.count("select count(*) from person_name");
    DemandForm hostile = Acts.form("<script>alert(1)</script>", "44109");
    hostile.getApplicant().setBirthDate(LocalDate.now().plusDays(1));
    hostile.getApplicant().setTaxIncomeN2(-1);
    hostile.getMotives().setMain("99");
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class, () -> AsAgent.call(DESK, () -> registrations().register(hostile)));
    assertThat(refused.faults())
        .extracting(Fault::field)
        .contains(
            "applicant.surname", "applicant.birthDate", "applicant.taxIncomeN2", "motives.main");
    assertThat(Acts.count("select count(*) from demand")).isEqualTo(before);
    assertThat(Acts.count("select count(*) from person_name")).isEqualTo(names);
  }

  @Test
  void theSecondOfTwoAgentsIsToldWhatChanged() throws Exception {
    String number = register("Simultanée");
    DemandFile first = open(number);
    DemandFile second = open(number);
    first.form().getContact().setCity("Rezé");
    AsAgent.call(
        DESK,
        () -> registrations().modify(number, first.version(), first.form(), WordOf.APPLICANT));
    second.form().getContact().setCity("Orvault");
    ChangedMeanwhile conflict =
        catchThrowableOfType(
            ChangedMeanwhile.class,
            () ->
                AsAgent.call(
                    "bailleur.nantes",
                    () ->
                        registrations()
                            .modify(number, second.version(), second.form(), WordOf.APPLICANT)));
    assertThat(conflict.current().form().getContact().getCity()).isEqualTo("Rezé");
    assertThat(conflict.since(second.version()).get(0).changes())
        .extracting(change -> change.field() + "=" + change.to())
        .containsExactly("contact.city=Rezé");
    assertThat(second.form().getContact().getCity()).isEqualTo("Orvault");
    List<?> saved =
        AsAgent.call(
            "bailleur.nantes",
            () ->
                registrations()
                    .modify(number, conflict.current().version(), second.form(), WordOf.APPLICANT));
    assertThat(saved).hasSize(1);
    assertThat(open(number).events())
        .extracting(DemandFile.Event::kind)
        .containsExactly(
            DemandEventKind.MODIFIED, DemandEventKind.MODIFIED, DemandEventKind.REGISTERED);
  }

  @Test
  void resourcesOfEachPersonAreKeptReplacedAndTakenAway() throws Exception {
    DemandForm form = Acts.form("Resourcière", "44109", "44143");
    form.getApplicant().getResources().add(new ResourceForm("SAL", 1_480));
    form.getApplicant().getResources().add(new ResourceForm("AF", 141));
    form.getDependants().add(child("Maël", new ResourceForm("BE", 300)));
    form.getDependants().add(child("Enora"));
    String number = AsAgent.call(DESK, () -> registrations().register(form)).value();
    DemandFile read = open(number);
    assertThat(resources(read.form().getApplicant())).containsExactly("AF 141", "SAL 1480");
    assertThat(resources(read.form().getDependants().get(0))).containsExactly("BE 300");

    PersonForm applicant = read.form().getApplicant();
    applicant.setResources(List.of(new ResourceForm("AF", 338), new ResourceForm("CHO", 1_010)));
    read.form().getDependants().get(0).setResources(List.of());
    AsAgent.call(
        DESK, () -> registrations().modify(number, read.version(), read.form(), WordOf.DOCUMENT));
    DemandForm now = open(number).form();
    assertThat(resources(now.getApplicant())).containsExactly("AF 338", "CHO 1010");
    assertThat(resources(now.getDependants().get(0))).isEmpty();
  }

  private static PersonForm child(String givenName, ResourceForm... resources) {
    PersonForm child = new PersonForm();
    child.setGivenName(givenName);
    child.setSurname("Resourcière");
    child.setBirthDate(LocalDate.of(2009, 6, 1));
    child.setKinship("E");
    child.setResources(List.of(resources));
    return child;
  }

  private static List<String> resources(PersonForm person) {
    return person.getResources().stream().map(r -> r.getCode() + " " + r.getAmount()).toList();
  }

  @Test
  void aChangeOfTheWishesAloneIsAVersionTooAndMovesTheSearch() throws Exception {
    String number = register("Déménageuse");
    DemandFile read = open(number);
    read.form().getSought().getLocations().remove(1);
    AsAgent.call(
        DESK, () -> registrations().modify(number, read.version(), read.form(), WordOf.DOCUMENT));
    assertThat(open(number).version()).isGreaterThan(read.version());
    assertThat(
            Acts.count(
                "select count(*) from candidate_wish w join demand d on d.id = w.demand_id where"
                    + " d.unique_number = ? and length(w.place) = 5",
                number))
        .isEqualTo(1);
  }

  @Test
  void R_441_2_7_and_8_renewalCancellationAndWhatTheyLeaveInTheSearch() throws Exception {
    String number = register("Passagère");
    int version = open(number).version();
    AsAgent.call(DESK, () -> run(() -> registrations().renew(number, version, null)));
    assertThat(open(number).lastRenewalDate()).isEqualTo(LocalDate.now());
    int renewed = open(number).version();
    AsAgent.call(
        DESK,
        () ->
            run(
                () ->
                    Acts.of(Cancellations.class)
                        .cancel(
                            number,
                            renewed,
                            new Cancellation(CancellationReason.RADABA, null, null, null))));
    assertThat(open(number).status()).isEqualTo(DemandStatus.CANCELLED);
    assertThat(
            Acts.count(
                "select count(*) from candidate_wish w join demand d on d.id = w.demand_id where"
                    + " d.unique_number = ? and length(w.place) = 5",
                number))
        .isZero();
    assertThat(AsAgent.call(DESK, () -> files().find(number, 0, 10)).total()).isEqualTo(1);
  }

  @Test
  void R_441_2_6_whatIsOutOfScopeDoesNotExistAndTheRefusalIsJournalled() throws Exception {
    String number =
        Acts.text(
            "select min(unique_number) from demand where departement_code = '56' and desk_id in"
                + " (select id from registration_desk where municipality_code like '56%')");
    assertThat(catchThrowableOfType(NotInScope.class, () -> open(number))).isNotNull();
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = ? and outcome = 'REFUSED' and"
                    + " detail = ?",
                DESK,
                number))
        .isEqualTo(1);
  }

  private String register(String surname) throws Exception {
    UniqueNumber number =
        AsAgent.call(DESK, () -> registrations().register(Acts.form(surname, "44109", "44143")));
    return number.value();
  }

  private DemandFile open(String number) throws Exception {
    return AsAgent.call(DESK, () -> files().open(number));
  }

  private static long journalled(String act, String outcome, String number) {
    return Acts.count(
        "select count(*) from journal_entry where login = ? and act = ? and outcome = ? and ? ="
            + " any(unique_numbers)",
        DESK,
        act,
        outcome,
        number);
  }

  private static Registrations registrations() {
    return Acts.of(Registrations.class);
  }

  private static DemandFiles files() {
    return Acts.of(DemandFiles.class);
  }
}
