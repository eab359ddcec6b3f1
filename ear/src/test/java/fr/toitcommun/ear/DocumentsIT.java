package fr.toitcommun.ear;

import static fr.toitcommun.ear.Paperwork.DESK;
import static fr.toitcommun.ear.Paperwork.LANDLORD;
import static fr.toitcommun.ear.Paperwork.STORE;
import static fr.toitcommun.ear.Paperwork.applicant;
import static fr.toitcommun.ear.Paperwork.delete;
import static fr.toitcommun.ear.Paperwork.deposit;
import static fr.toitcommun.ear.Paperwork.document;
import static fr.toitcommun.ear.Paperwork.documents;
import static fr.toitcommun.ear.Paperwork.dossier;
import static fr.toitcommun.ear.Paperwork.entries;
import static fr.toitcommun.ear.Paperwork.fault;
import static fr.toitcommun.ear.Paperwork.judge;
import static fr.toitcommun.ear.Paperwork.kept;
import static fr.toitcommun.ear.Paperwork.of;
import static fr.toitcommun.ear.Paperwork.open;
import static fr.toitcommun.ear.Paperwork.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.dossier.Deposits;
import fr.toitcommun.ejb.dossier.SupportingDocuments;
import fr.toitcommun.ejb.journal.NotAllowed;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Cancellations;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.registration.dossier.Deposit;
import fr.toitcommun.persistence.registration.dossier.DocumentStatus;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.persistence.registration.dossier.PapersReceived;
import fr.toitcommun.persistence.registration.dossier.ScanState;
import fr.toitcommun.persistence.registration.dossier.ToCheckPage;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wildfly.security.auth.server.SecurityIdentity;

/** Supporting documents, in the server, its database and its store. */
@ExtendWith(ArquillianExtension.class)
class DocumentsIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(DocumentsIT.class, Acts.class, Papers.class, Paperwork.class);
  }

  @Test
  void R_441_2_6_whatOneDeskDepositsIsThereForAllWhoMaySeeTheDemand() throws Exception {
    String number = register("Abgrall");
    byte[] photo = Papers.photo(1, 200);
    assertThat(dossier(LANDLORD, number).missing())
        .filteredOn(Dossier.Missing::toRegister)
        .hasSize(1);
    long id = deposit(DESK, number, of("IDENTITY", applicant(number)), photo);
    assertThat(dossier(LANDLORD, number).missing()).noneMatch(Dossier.Missing::toRegister);
    Dossier.Document there = document(LANDLORD, number, id);
    assertThat(there.status()).isEqualTo(DocumentStatus.TO_CHECK);
    assertThat(there.scan()).isEqualTo(ScanState.NOT_CONFIGURED);
    assertThat(there.sha256()).isEqualTo(Papers.sha256(photo));
    assertThat(there.late()).isFalse();
    assertThat(there.mayDelete()).isFalse();
    long read = entries(LANDLORD, "READ", "SupportingDocuments.open");
    try (InputStream content = open(LANDLORD, number, id).content()) {
      assertThat(content.readAllBytes()).isEqualTo(photo);
    }
    assertThat(entries(LANDLORD, "READ", "SupportingDocuments.open")).isEqualTo(read + 1);
    assertThat(
            Acts.count(
                "select count(*) from demand_event e join demand d on d.id = e.demand_id where"
                    + " d.unique_number = ? and e.kind = 'DOCUMENT_DEPOSITED' and e.detail ="
                    + " 'IDENTITY'",
                number))
        .isEqualTo(1);
  }

  @Test
  void R_441_2_6_outOfScopeOrWithoutRightNothingIsThere() throws Exception {
    String number = register("Bodilis");
    long id = deposit(DESK, number, of("OTHER", null), Papers.pdf("other"));
    // Saint-Nazaire houses nobody who asks for Nantes alone.
    assertThatThrownBy(() -> dossier("commune.saint-nazaire", number))
        .isInstanceOf(NotInScope.class);
    assertThatThrownBy(() -> open("commune.saint-nazaire", number, id))
        .isInstanceOf(NotInScope.class);
    for (String login : List.of("adil.44", "commune.sans-guichet")) {
      assertThatThrownBy(() -> dossier(login, number)).isInstanceOf(EJBAccessException.class);
      assertThatThrownBy(() -> open(login, number, id)).isInstanceOf(EJBAccessException.class);
    }
    String other = register("Bodilis-Deux");
    assertThatThrownBy(() -> open(DESK, other, id)).isInstanceOf(NotInScope.class);
    for (String login : List.of("prefecture.44", "departement.44", "gestionnaire", LANDLORD)) {
      assertThat(open(login, number, id).mediaType()).isEqualTo("application/pdf");
    }
  }

  @Test
  void whatTouchesHealthViolenceOrJusticeIsOpenedWithItsOwnRightAlone() throws Exception {
    String number = register("Cadiou");
    long id = deposit(DESK, number, of("HEALTH", null), Papers.pdf("certificat"));
    for (String login : List.of(DESK, "departement.44", "gestionnaire")) {
      Dossier.Document masked = document(login, number, id);
      assertThat(masked.sensitive()).isTrue();
      assertThat(masked.kind()).isNull();
      assertThat(masked.sha256()).isNull();
      assertThat(masked.mayOpen()).isFalse();
      long refused = entries(login, "REFUSED", "SupportingDocuments.open");
      assertThatThrownBy(() -> open(login, number, id)).isInstanceOf(NotAllowed.class);
      assertThat(entries(login, "REFUSED", "SupportingDocuments.open")).isEqualTo(refused + 1);
      assertThatThrownBy(
              () ->
                  AsAgent.call(
                      login,
                      () -> {
                        documents().judge(number, id, DocumentStatus.TO_CHECK, null);
                        return null;
                      }))
          .isInstanceOf(NotAllowed.class);
    }
    for (String login : List.of(LANDLORD, "prefecture.44")) {
      assertThat(document(login, number, id).kind()).isEqualTo("HEALTH");
      assertThat(open(login, number, id).size()).isPositive();
    }
    assertThat(
            Acts.count(
                "select count(*) from demand_event e join demand d on d.id = e.demand_id where"
                    + " d.unique_number = ? and e.detail like '%HEALTH%'",
                number))
        .isZero();
  }

  @Test
  void whatIsRefusedLeavesNothing() throws Exception {
    String number = register("Dantec");
    List<Object> before = kept();
    byte[] tooLong = new byte[10 * 1024 * 1024 + 1];
    assertThat(fault(() -> deposit(DESK, number, of("OTHER", null), tooLong)))
        .isEqualTo("DOCUMENT_TOO_LARGE");
    assertThat(fault(() -> deposit(DESK, number, of("OTHER", null), new byte[0])))
        .isEqualTo("DOCUMENT_EMPTY");
    assertThat(fault(() -> deposit(DESK, number, of("OTHER", null), "MZ\u0090".getBytes())))
        .isEqualTo("DOCUMENT_TYPE");
    assertThat(
            fault(
                () ->
                    deposit(
                        DESK,
                        number,
                        of("OTHER", null),
                        "\0\0\0\030ftypheic\0\0\0\0mif1".getBytes())))
        .isEqualTo("DOCUMENT_HEIC");
    InputStream breaking =
        new InputStream() {
          private int given;

          @Override
          public int read() throws IOException {
            if (given++ > 200_000) {
              throw new IOException("the line broke");
            }
            return 'x';
          }
        };
    assertThat(
            fault(
                () ->
                    AsAgent.call(
                        DESK,
                        () ->
                            CDI.current()
                                .select(Deposits.class)
                                .get()
                                .deposit(number, of("OTHER", null), breaking))))
        .isEqualTo("DOCUMENT_INTERRUPTED");
    assertThat(fault(() -> deposit(DESK, number, of("IDENTITY", null), Papers.pdf("x"))))
        .isEqualTo("REQUIRED");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void theSameContentIsToldUnlessItProvesSomethingElse() throws Exception {
    String number = register("Eozen");
    byte[] notice = Papers.pdf("avis");
    int year = LocalDate.now().getYear() - 2;
    Deposit tax = new Deposit("TAX_NOTICE", applicant(number), null, null, null, year);
    deposit(DESK, number, tax, notice);
    List<Object> before = kept();
    assertThat(fault(() -> deposit(LANDLORD, number, tax, notice))).isEqualTo("DOCUMENT_SAME");
    assertThat(kept()).isEqualTo(before);
    assertThat(deposit(DESK, number, of("OTHER", null), notice)).isPositive();
  }

  @Test
  void ofTwoEqualDepositsAtOnceOneIsKept() throws Exception {
    String number = register("Floc-h");
    byte[] paper = Papers.pdf("deux fois");
    List<Object> before = kept();
    Acts.of(SupportingDocuments.class);
    Deposits deposits = CDI.current().select(Deposits.class).get();
    SecurityIdentity desk = AsAgent.identity(DESK);
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<String> one =
          () ->
              desk.runAs(
                  (Callable<String>)
                      () -> {
                        together.await();
                        try {
                          deposits.deposit(number, of("OTHER", null), Papers.stream(paper));
                          return "kept";
                        } catch (RefusedInput refused) {
                          return refused.faults().get(0).code();
                        }
                      });
      List<String> said = new ArrayList<>();
      for (Future<String> each : List.of(threads.submit(one), threads.submit(one))) {
        said.add(each.get());
      }
      assertThat(said).containsExactlyInAnyOrder("kept", "DOCUMENT_SAME");
    } finally {
      threads.shutdownNow();
    }
    List<Object> after = kept();
    assertThat(after.get(0)).isEqualTo((long) before.get(0) + 1);
    assertThat(after.get(1)).isEqualTo(before.get(1));
    assertThat(after.get(2)).isEqualTo((long) before.get(2) + 1);
  }

  @Test
  void documentsAreJudgedOnceAndTheDeskWorksDownItsList() throws Exception {
    String number = register("Guivarch");
    long first = deposit(DESK, number, of("OTHER", null), Papers.pdf("un"));
    long second = deposit(DESK, number, of("OTHER", null), Papers.pdf("deux"));
    long waiting = AsAgent.call(DESK, () -> documents().toCheck(null, 1)).total();
    ToCheckPage page = AsAgent.call(DESK, () -> documents().toCheck(first, 100));
    assertThat(page.rows()).extracting(ToCheckPage.Row::id).containsExactly(second);
    judge(first, number, DocumentStatus.TO_CHECK, null);
    assertThat(fault(() -> judge(first, number, DocumentStatus.TO_CHECK, "UNREADABLE")))
        .isEqualTo("DOCUMENT_JUDGED_MEANWHILE");
    judge(second, number, DocumentStatus.TO_CHECK, "UNREADABLE");
    assertThat(fault(() -> judge(first, number, DocumentStatus.CHECKED, "NONSENSE")))
        .isEqualTo("UNKNOWN_CODE");
    assertThat(AsAgent.call(DESK, () -> documents().toCheck(null, 1)).total())
        .isEqualTo(waiting - 2);
    Dossier.Document refused = document(LANDLORD, number, second);
    assertThat(refused.status()).isEqualTo(DocumentStatus.REFUSED);
    assertThat(refused.refusalReason()).isEqualTo("UNREADABLE");
    assertThat(refused.judgedBy()).isNotBlank();
  }

  @Test
  void onlyWhoDepositedItOrTheManagerDeletesAMistakeAndItsContentGoesAtOnce() throws Exception {
    String number = register("Huon");
    long mine = deposit(DESK, number, of("OTHER", null), Papers.pdf("erreur"));
    Path content = STORE.path(open(DESK, number, mine).key());
    assertThat(content).exists();
    assertThatThrownBy(() -> delete(LANDLORD, number, mine, "WRONG_FILE"))
        .isInstanceOf(NotAllowed.class);
    assertThat(fault(() -> delete(DESK, number, mine, null))).isEqualTo("REQUIRED");
    assertThat(content).exists();
    delete(DESK, number, mine, "WRONG_FILE");
    assertThat(content).doesNotExist();
    assertThat(dossier(DESK, number).documents()).isEmpty();
    assertThat(
            Acts.count(
                "select count(*) from demand_event e join demand d on d.id = e.demand_id where"
                    + " d.unique_number = ? and e.kind = 'DOCUMENT_DELETED' and e.detail ="
                    + " 'OTHER WRONG_FILE'",
                number))
        .isEqualTo(1);
    long other = deposit(LANDLORD, number, of("OTHER", null), Papers.pdf("autre"));
    assertThatThrownBy(() -> delete(DESK, number, other, "WRONG_FILE"))
        .isInstanceOf(NotAllowed.class);
    delete("gestionnaire", number, other, "WRONG_DEMAND");
    assertThat(dossier(DESK, number).documents()).isEmpty();
  }

  @Test
  void aPersonWhoLeavesTheHouseholdLeavesTheirDocumentsToIt() throws Exception {
    DemandForm form = Acts.form("Madec", "44109");
    PersonForm grandmother = new PersonForm();
    grandmother.setSurname("Nicolas");
    grandmother.setGivenName("Soazig");
    grandmother.setBirthDate(LocalDate.of(1945, 5, 5));
    grandmother.setKinship("P");
    form.getDependants().add(grandmother);
    String number = AsAgent.call(DESK, () -> Acts.of(Registrations.class).register(form).value());
    long person = dossier(DESK, number).persons().get(1).id();
    long id = deposit(DESK, number, of("IDENTITY", person), Papers.pdf("parente"));
    // The same paper for her and for all: once she has left, both are the household's.
    deposit(DESK, number, of("OTHER", person), Papers.pdf("deux fois"));
    deposit(DESK, number, of("OTHER", null), Papers.pdf("deux fois"));
    AsAgent.call(
        DESK,
        () -> {
          var file = Acts.of(fr.toitcommun.ejb.registration.DemandFiles.class).open(number);
          DemandForm alone = file.form();
          alone.getDependants().clear();
          return Acts.of(Registrations.class)
              .modify(number, file.version(), alone, WordOf.APPLICANT);
        });
    assertThat(document(DESK, number, id).person()).isNull();
    assertThat(dossier(DESK, number).documents()).hasSize(3);
  }

  @Test
  void nothingIsCollectedForADemandThatLeftUnlessItMayBeTakenUpAgain() throws Exception {
    String number = register("Nicolazo");
    AsAgent.call(
        DESK,
        () -> {
          var file = Acts.of(fr.toitcommun.ejb.registration.DemandFiles.class).open(number);
          Acts.of(Cancellations.class)
              .cancel(
                  number,
                  file.version(),
                  new Cancellation(CancellationReason.RADABA, null, null, null));
          return null;
        });
    List<Object> before = kept();
    assertThat(fault(() -> deposit(DESK, number, of("OTHER", null), Papers.pdf("tard"))))
        .isEqualTo("DOCUMENT_DEMAND_LEFT");
    assertThat(kept()).isEqualTo(before);
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update demand set cancellation_reason = 'RADREN' where unique_number = ?",
                    number));
    assertThat(deposit(DESK, number, of("OTHER", null), Papers.pdf("reprise"))).isPositive();
  }

  @Test
  void aSensitiveDocumentThatNobodyOfItsDeskMayOpenWaitsForThoseWhoMay() throws Exception {
    String number = register("Omnes");
    long plain = deposit(DESK, number, of("OTHER", null), Papers.pdf("ordinaire"));
    long health = deposit(DESK, number, of("HEALTH", null), Papers.pdf("certificat medical"));
    assertThat(AsAgent.call(DESK, () -> documents().toCheck(plain, 100)).rows())
        .extracting(ToCheckPage.Row::id)
        .doesNotContain(health);
    ToCheckPage theirs = AsAgent.call(LANDLORD, () -> documents().toCheck(plain, 100));
    assertThat(theirs.rows()).extracting(ToCheckPage.Row::id).contains(health);
    assertThat(AsAgent.call(LANDLORD, () -> documents().toCheck(null, 100)).rows())
        .extracting(ToCheckPage.Row::id)
        .doesNotContain(plain);
  }

  @Test
  void SNE_2016_aPaperSeenAtTheDeskIsNotedAndUploadedWithinFifteenDays() throws Exception {
    String number = register("Palaric");
    long applicant = applicant(number);
    int year = LocalDate.now().getYear() - 2;
    LocalDate seen = LocalDate.now().minusDays(3);
    note(number, new PapersReceived.Paper("TAX_NOTICE", applicant, year, seen));
    assertThat(dossier(LANDLORD, number).missing())
        .filteredOn(one -> one.kind().equals("TAX_NOTICE"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.cause()).isEqualTo(Dossier.Cause.RECEIVED);
              assertThat(one.dueOn()).isEqualTo(seen.plusDays(15));
            });
    assertThat(
            fault(
                () ->
                    note(number, new PapersReceived.Paper("GUARDIANSHIP", applicant, null, null))))
        .isEqualTo("DOCUMENT_NOT_MISSING");
    long id =
        deposit(
            DESK,
            number,
            new Deposit("TAX_NOTICE", applicant, null, null, null, year),
            Papers.pdf("avis recu"));
    assertThat(document(LANDLORD, number, id).receivedOn()).isEqualTo(seen);
    assertThat(dossier(LANDLORD, number).missing())
        .noneMatch(one -> one.kind().equals("TAX_NOTICE"));
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    "commune.sans-guichet",
                    () -> {
                      documents()
                          .received(number, new PapersReceived.Paper("RENT", null, null, null));
                      return null;
                    }))
        .isInstanceOf(EJBAccessException.class);
  }

  private static Void note(String number, PapersReceived.Paper paper) throws Exception {
    return AsAgent.call(
        DESK,
        () -> {
          documents().received(number, paper);
          return null;
        });
  }
}
