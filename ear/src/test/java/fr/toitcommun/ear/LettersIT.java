package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.notInScope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.registration.Cancellations;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.ejb.registration.letter.LetterTemplates;
import fr.toitcommun.ejb.registration.letter.Letters;
import fr.toitcommun.ejb.registration.letter.Mailings;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.letter.DemandLetters;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterRow;
import fr.toitcommun.persistence.registration.letter.LettersOwed;
import fr.toitcommun.persistence.registration.letter.OwedCertificate;
import fr.toitcommun.persistence.registration.letter.OwedCertificates;
import fr.toitcommun.persistence.registration.letter.TemplateForm;
import fr.toitcommun.persistence.registration.letter.Tracking;
import jakarta.ejb.EJBAccessException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters from being asked for to being sent, in the server and its database. */
@ExtendWith(ArquillianExtension.class)
class LettersIT {
  private static final String DESK = "guichet.nantes";
  private static final String LANDLORD = "bailleur.nantes";
  private static final String MANAGER = "gestionnaire";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(LettersIT.class, Acts.class);
  }

  @Test
  void R_441_2_8_c_aNoticeIsAskedMadePostedPresentedAndThenTheDemandMayBeCancelled()
      throws Exception {
    String number = register("Silencieuse");
    act(DESK, () -> letters().notice(number, LetterKind.UNREACHABLE_NOTICE, null, null));
    assertThat(AsAgent.call(DESK, () -> files().open(number)).events())
        .extracting(event -> event.kind() + " " + event.detail())
        .contains(DemandEventKind.NOTICE_ASKED + " UNREACHABLE_NOTICE");
    LetterRow owed = of(number).letters().get(0);
    assertThat(owed.channel()).isEqualTo("POST");
    notInScope(DESK, () -> letters().print(owed.id()));

    act(DESK, () -> letters().make(owed.id()));
    assertThat(
            catchThrowableOfType(
                RefusedInput.class, () -> act(DESK, () -> letters().make(owed.id()))))
        .extracting(refused -> refused.faults().get(0).code())
        .isEqualTo("LETTER_LOST_OBJECT");
    byte[] pdf = AsAgent.call(DESK, () -> letters().print(owed.id()));
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    LocalDate today = LocalDate.now();
    act(DESK, () -> letters().track(owed.id(), new Tracking("1A 234 567 8901 2", today)));
    assertThat(of(number).presentedNotices(LetterKind.UNREACHABLE_NOTICE, null))
        .containsExactly(today);
    assertThat(of(number).letters().get(0).madeOn()).isEqualTo(today);

    // The month of R.441-2-8 has not gone by.
    int version = AsAgent.call(DESK, () -> files().open(number)).version();
    assertThatThrownBy(
            () ->
                act(
                    DESK,
                    () ->
                        Acts.of(Cancellations.class)
                            .cancel(
                                number,
                                version,
                                new Cancellation(CancellationReason.RADCON, null, null, today))))
        .isInstanceOf(RefusedInput.class);

    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update letter set presented_on = ? where id = ?",
                    today.minusMonths(1),
                    owed.id()));
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update demand set initial_deposit_date = ? where unique_number = ?",
                    today.minusMonths(3),
                    number));
    Cancellation unreachable = new Cancellation(CancellationReason.RADCON, null, null, null);
    // Whoever did not send the letter may not say that nobody answered it.
    assertThat(
            catchThrowableOfType(
                    RefusedInput.class,
                    () ->
                        act(
                            "bailleur.nantes",
                            () ->
                                Acts.of(Cancellations.class).cancel(number, version, unreachable)))
                .faults())
        .containsExactly(Fault.at("noticeDate", "REQUIRED"));
    act(DESK, () -> Acts.of(Cancellations.class).cancel(number, version, unreachable));
    assertThat(AsAgent.call(DESK, () -> files().open(number)).status())
        .isEqualTo(DemandStatus.CANCELLED);
    assertThat(of(number).letters().get(0).kind()).isEqualTo(LetterKind.CANCELLED);
    int gone = AsAgent.call(DESK, () -> files().open(number)).version();
    act(DESK, () -> Acts.of(Cancellations.class).reinstate(number, gone));
    assertThat(of(number).letters().get(0).kind()).isEqualTo(LetterKind.RENEWAL_CERTIFICATE);
  }

  @Test
  void R_441_2_4_aCertificateHandedOutAtTheDeskIsNotSentToo() throws Exception {
    DemandForm form = Acts.form("Attestée", "44109", "44184");
    String number = AsAgent.call(DESK, () -> registrations().register(form)).value();
    OwedCertificate owed = owedAt(DESK, number).orElseThrow();
    assertThat(owed.kind()).isEqualTo(LetterKind.REGISTRATION_CERTIFICATE);
    assertThat(owed.applicant()).isEqualTo("Éléonore Attestée");
    assertThat(owedAt("commune.saint-nazaire", number)).isEmpty();
    assertThatThrownBy(() -> act("adil.44", () -> letters().handOut(owed.letterId())))
        .isInstanceOf(EJBAccessException.class);

    act(DESK, () -> letters().handOut(owed.letterId()));
    LetterRow letter = of(number).letters().get(0);
    assertThat(letter.handedOutOn()).isEqualTo(LocalDate.now());
    assertThat(letter.madeOn()).isEqualTo(LocalDate.now());
    assertThat(letter.batchId()).isNull();
    assertThat(letter.emailState()).isNull();
    assertThat(AsAgent.call(DESK, () -> letters().print(letter.id()))).isNotEmpty();
    assertThat(owedAt(DESK, number)).isEmpty();
    assertThatThrownBy(() -> act(DESK, () -> letters().handOut(owed.letterId())))
        .isInstanceOf(RefusedInput.class);

    // Whoever renews hands the new one out, whichever desk registered the demand.
    String elsewhere = "commune.saint-nazaire";
    int version = AsAgent.call(elsewhere, () -> files().open(number)).version();
    act(elsewhere, () -> registrations().renew(number, version, null));
    assertThat(owedAt(DESK, number)).isEmpty();
    assertThat(owedAt(elsewhere, number)).isPresent();
  }

  /** The certificate that this agent's desk owes to a demand, looked for page by page. */
  private static Optional<OwedCertificate> owedAt(String login, String number) throws Exception {
    Long after = null;
    while (true) {
      Long from = after;
      OwedCertificates page = AsAgent.call(login, () -> letters().certificatesOwed(from, 100));
      assertThat(page.total()).isGreaterThanOrEqualTo(page.rows().size());
      for (OwedCertificate row : page.rows()) {
        if (row.uniqueNumber().equals(number)) {
          return Optional.of(row);
        }
        assertThat(after == null || row.letterId() > after).isTrue();
        after = row.letterId();
      }
      if (page.rows().isEmpty()) {
        return Optional.empty();
      }
    }
  }

  @Test
  void R_441_2_8_d_anInadmissibilityHasAMotive() throws Exception {
    String number = register("Irrecevable");
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class,
            () ->
                act(
                    LANDLORD,
                    () ->
                        letters().notice(number, LetterKind.INADMISSIBILITY_NOTICE, null, "<b>")));
    assertThat(refused.faults())
        .extracting(Fault::field)
        .containsExactly("letter_subReason", "letter_grounds");
    assertThat(of(number).letters()).noneMatch(letter -> letter.kind().registered());
    assertThat(
            catchThrowableOfType(
                    RefusedInput.class,
                    () ->
                        act(
                            DESK,
                            () ->
                                letters()
                                    .notice(
                                        number, LetterKind.INADMISSIBILITY_NOTICE, "IRRRES", null)))
                .faults())
        .containsExactly(Fault.at("letter_kind", "CANCELLATION_BY_LANDLORD_ONLY"));
    act(
        LANDLORD,
        () ->
            letters()
                .notice(number, LetterKind.INADMISSIBILITY_NOTICE, "IRRRES", "Revenus du couple."));
    long letter = of(number).letters().get(0).id();
    act(DESK, () -> letters().make(letter));
    assertThat(content(number))
        .contains(
            "Ressources supérieures au plafond", "Revenus du couple.", "tribunal administratif")
        .contains(
            Acts.text(
                "select d.name from registration_desk d join agent a on a.desk_id = d.id where"
                    + " a.login = 'bailleur.nantes'"));
  }

  @Test
  void aLetterKeepsTheTextItWasMadeWith() throws Exception {
    String first = register("Ancienne");
    String second = register("Nouvelle");
    LocalDate about = LocalDate.now();
    ask(LetterKind.RENEWAL_CERTIFICATE, about, first);
    long old = of(first).letters().get(0).id();
    act(DESK, () -> letters().make(old));
    int before = of(first).letters().get(0).templateVersion();

    TemplateForm form =
        AsAgent.call(MANAGER, () -> templates().version(LetterKind.RENEWAL_CERTIFICATE, before))
            .form();
    form.setBody("Bonjour, texte du test.\n\n" + form.getBody());
    int version =
        AsAgent.call(MANAGER, () -> templates().save(LetterKind.RENEWAL_CERTIFICATE, form));
    byte[] preview =
        AsAgent.call(
            MANAGER, () -> templates().preview(LetterKind.RENEWAL_CERTIFICATE, version, second));
    assertThat(preview).isNotEmpty();
    act(MANAGER, () -> templates().putInForce(LetterKind.RENEWAL_CERTIFICATE, version, null));
    ask(LetterKind.RENEWAL_CERTIFICATE, about, second);
    long recent = of(second).letters().get(0).id();
    act(DESK, () -> letters().make(recent));
    assertThat(of(second).letters().get(0).templateVersion()).isEqualTo(version);
    assertThat(of(first).letters().get(0).templateVersion()).isEqualTo(before);
    assertThat(content(second)).contains("texte du test");
    assertThat(content(first)).doesNotContain("texte du test");

    form.setBody(form.getBody().replace("{bailleurs}", ""));
    assertThat(
            catchThrowableOfType(
                    RefusedInput.class,
                    () ->
                        AsAgent.call(
                            MANAGER, () -> templates().save(LetterKind.RENEWAL_CERTIFICATE, form)))
                .faults())
        .containsExactly(Fault.at("body", "LETTER_FIELD_MISSING", "{bailleurs}"));
  }

  @Test
  void aBatchOfManyIsReadInFewStatementsAndPrintedInFiles() throws Exception {
    Acts.database()
        .useHandle(
            handle ->
                LettersOwed.ask(
                    handle,
                    handle
                        .createQuery(
                            "select id from demand where departement_code = '85' and status ="
                                + " 'ACTIVE' and address_line is not null order by id limit 210")
                        .mapTo(Long.class)
                        .list(),
                    LetterKind.REGISTRATION_CERTIFICATE,
                    LocalDate.of(2026, 1, 1),
                    Instant.now()));
    long owed =
        Acts.count(
            "select count(*) from letter where kind = 'REGISTRATION_CERTIFICATE' and"
                + " departement_code = '85' and made_on is null and dropped_on is null");
    // Some are owed one of their registration besides.
    long concerned =
        Acts.count(
            "select count(distinct demand_id) from letter where kind = 'REGISTRATION_CERTIFICATE'"
                + " and departement_code = '85' and made_on is null and dropped_on is null");
    long batch =
        AsAgent.call(
            MANAGER, () -> mailings().make(LetterKind.REGISTRATION_CERTIFICATE, "85", null));
    assertThat(AsAgent.call(MANAGER, () -> mailings().open(batch, 0, 5)).batch().letters())
        .isEqualTo((int) owed);
    assertThat(AsAgent.call(MANAGER, () -> mailings().part(batch, 1)).uniqueNumbers())
        .hasSizeBetween(1, 200);
    String csv =
        new String(
            AsAgent.call(MANAGER, () -> mailings().addresses(batch)).file(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(csv.lines().count())
        .isEqualTo(1 + Acts.count("select by_post from letter_batch where id = ?", batch));
    act(MANAGER, () -> mailings().posted(batch, null));
    assertThatThrownBy(() -> act(MANAGER, () -> mailings().posted(batch, null)))
        .isInstanceOf(RefusedInput.class);
    assertThat(
            Acts.count(
                "select coalesce(max(cardinality(unique_numbers)), 0) from journal_entry where act"
                    + " = 'Mailings.make'"))
        .isGreaterThanOrEqualTo(concerned);
    notInScope(MANAGER, () -> mailings().part(batch, 9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guichet.nantes",
        "bailleur.nantes",
        "prefecture.44",
        "departement.44",
        "commune.saint-nazaire",
        "action.logement",
        "adil.44",
        "commune.sans-guichet"
      })
  void R_441_2_5_onlyTheManagerWritesTextsAndSendsBatches(String login) {
    for (Callable<?> act :
        List.<Callable<?>>of(
            () -> templates().inForce(),
            () -> templates().save(LetterKind.CANCELLED, new TemplateForm()),
            () -> mailings().owed(),
            () -> mailings().make(LetterKind.CANCELLED, "44", null),
            () -> mailings().part(1, 1),
            () -> mailings().track(""))) {
      assertThatThrownBy(() -> AsAgent.call(login, act)).isInstanceOf(EJBAccessException.class);
    }
  }

  @Test
  void R_441_2_6_lettersOfADemandOutOfScopeDoNotExist() throws Exception {
    String number = register("Nantaise");
    ask(LetterKind.CANCELLED, LocalDate.now(), number);
    long letter = of(number).letters().get(0).id();
    String elsewhere = "bailleur.nantes";
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update demand set departement_code = '56' where unique_number = ?", number));
    notInScope(elsewhere, () -> letters().of(number));
    notInScope(elsewhere, () -> letters().print(letter));
    assertThatThrownBy(() -> AsAgent.call("adil.44", () -> letters().of(number)))
        .isInstanceOf(EJBAccessException.class);
  }

  private static void ask(LetterKind kind, LocalDate about, String number) {
    Acts.database()
        .useHandle(
            handle ->
                LettersOwed.ask(
                    handle,
                    handle
                        .createQuery("select id from demand where unique_number = ?")
                        .bind(0, number)
                        .mapTo(Long.class)
                        .list(),
                    kind,
                    about,
                    Instant.now()));
  }

  private static String content(String number) {
    return Acts.text(
        "select c.content from letter_copy c join demand d on d.id = c.demand_id where"
            + " d.unique_number = '"
            + number
            + "'");
  }

  private static DemandLetters of(String number) throws Exception {
    return AsAgent.call(DESK, () -> letters().of(number));
  }

  private static String register(String surname) throws Exception {
    DemandForm form = Acts.form(surname, "44109");
    return AsAgent.call(DESK, () -> registrations().register(form)).value();
  }

  private static void act(String login, Runnable act) throws Exception {
    AsAgent.call(
        login,
        () -> {
          act.run();
          return null;
        });
  }

  private static Letters letters() {
    return Acts.of(Letters.class);
  }

  private static Mailings mailings() {
    return Acts.of(Mailings.class);
  }

  private static LetterTemplates templates() {
    return Acts.of(LetterTemplates.class);
  }

  private static Registrations registrations() {
    return Acts.of(Registrations.class);
  }

  private static DemandFiles files() {
    return Acts.of(DemandFiles.class);
  }
}
