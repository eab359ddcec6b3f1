package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.act;
import static fr.toitcommun.ear.Acts.codes;
import static fr.toitcommun.ear.LettingActs.offered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.allocation.Agreements;
import fr.toitcommun.ejb.allocation.Designations;
import fr.toitcommun.ejb.allocation.Dwellings;
import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.ejb.allocation.StockImporting;
import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.ejb.job.Jobs;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.VacancyForm;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.VacancyStatus;
import fr.toitcommun.persistence.allocation.VacancyTrace;
import fr.toitcommun.persistence.allocation.reservation.AgreementForm;
import fr.toitcommun.persistence.allocation.reservation.AgreementRow;
import fr.toitcommun.persistence.allocation.stock.DwellingDetail;
import fr.toitcommun.persistence.allocation.stock.DwellingSearch;
import fr.toitcommun.persistence.allocation.stock.StockImport;
import fr.toitcommun.persistence.job.JobRun;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stock, and vacancies at the disposal of reservation holders (R.441-5), act by act. */
@ExtendWith(ArquillianExtension.class)
class ReservationsIT {
  private static final String LANDLORD = "bailleur.nantes";
  private static final String MANAGER = "gestionnaire";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        ReservationsIT.class, Acts.class, LettingActs.class, JobActs.class);
  }

  @Test
  void R_441_5_aHolderDesignatesForWhatIsAtItsDisposalAndTheLandlordWaits() throws Exception {
    VacancyRow row = offered();
    String holder = login(row.offer().holderId());
    assertThat(row.offer().share()).isLessThan(row.offer().agreed());
    assertThat(row.quota()).isEqualTo(row.offer().quota());
    List<String> numbers = candidates(holder, row.vacancyId());
    assertThat(codes(LANDLORD, () -> proposals().propose(row.vacancyId(), numbers)))
        .containsExactly("DESIGNATION_AWAITED");
    for (String other : List.of("prefecture.44", "departement.44", "action.logement")) {
      if (!other.equals(holder)) {
        notInScope(other, () -> designations().open(row.vacancyId()));
        notInScope(other, () -> designations().designate(row.vacancyId(), numbers));
      }
    }

    List<Long> made =
        AsAgent.call(holder, () -> designations().designate(row.vacancyId(), numbers));
    assertThat(made).hasSize(2);
    assertThat(
            Acts.count(
                "select count(*) from proposal where id = ? and designated_by = ? and"
                    + " designated_rank = 1 and status = 'OPEN'",
                made.get(0),
                row.offer().holderId()))
        .isEqualTo(1);
    assertThat(
            Acts.count(
                "select count(*) from demand_event e join demand d on d.id = e.demand_id where"
                    + " d.unique_number = ? and e.kind = 'DESIGNATED'",
                numbers.get(0)))
        .isEqualTo(1);
    assertThat(codes(holder, () -> designations().designate(row.vacancyId(), numbers)))
        .contains("ALREADY_PROPOSED");
    VacancyRow after = AsAgent.call(LANDLORD, () -> vacancies().open(row.vacancyId()));
    assertThat(after.offer().state()).isEqualTo(DesignationState.DESIGNATED);
    assertThat(after.openProposals()).isEqualTo(2);
    assertThat(
            AsAgent.call(LANDLORD, () -> vacancies().designated(row.vacancyId())).uniqueNumbers())
        .containsExactlyElementsOf(numbers);
    assertThat(
            codes(
                LANDLORD,
                () ->
                    Acts.run(
                        () -> vacancies().offer(row.vacancyId(), after.version(), null, "non"))))
        .containsExactly("ALREADY_DESIGNATED");
  }

  @Test
  void R_441_5_withoutDesignationInTimeTheDwellingFallsBackToTheLandlord() throws Exception {
    VacancyRow row = offered();
    String holder = login(row.offer().holderId());
    List<String> numbers = candidates(holder, row.vacancyId());
    update(
        "update vacancy set designation_deadline = current_date - 1 where id = ?", row.vacancyId());
    assertThat(codes(holder, () -> designations().designate(row.vacancyId(), numbers)))
        .containsExactly("DESIGNATION_TOO_LATE");
    assertThat(
            AsAgent.call(LANDLORD, () -> vacancies().open(row.vacancyId()))
                .offer()
                .on(LocalDate.now()))
        .isEqualTo(DesignationState.LAPSED);
    long due =
        Acts.count(
            "select count(*) from vacancy where designation = 'AWAITED' and designation_deadline <"
                + " current_date and status = 'OPEN'");
    assertThat(
            AsAgent.call(
                    MANAGER,
                    () ->
                        Acts.of(Jobs.class)
                            .dryRun("DESIGNATIONS_LAPSED", LocalDate.now(), null, null, 10))
                .total())
        .isEqualTo(due)
        .isPositive();
    JobRun run = JobActs.run("DESIGNATIONS_LAPSED", LocalDate.now());
    assertThat(run.total()).isEqualTo(due);
    assertThat(run.done()).as("dwellings given back, on the page of jobs").isEqualTo(due);
    VacancyRow after = AsAgent.call(LANDLORD, () -> vacancies().open(row.vacancyId()));
    assertThat(after.offer().state()).isEqualTo(DesignationState.LAPSED);
    assertThat(after.quota()).isEqualTo("AUCUN");
    assertThat(AsAgent.call(LANDLORD, () -> vacancies().trace(row.vacancyId())))
        .extracting(VacancyTrace::kind)
        .startsWith(VacancyTrace.Kind.DESIGNATION_LAPSED);
    AsAgent.call(LANDLORD, () -> proposals().propose(row.vacancyId(), numbers));
  }

  @Test
  void R_441_5_theLandlordMayChooseAnotherHolderWithAReason() throws Exception {
    VacancyRow row = offered();
    long other =
        AsAgent.call(LANDLORD, () -> vacancies().disposal(row.vacancyId())).shares().stream()
            .filter(share -> share.agreementId() != row.offer().agreementId())
            .findFirst()
            .orElseThrow()
            .agreementId();
    assertThat(codes(LANDLORD, () -> choose(row, other, null))).containsExactly("REQUIRED");
    AsAgent.call(LANDLORD, () -> choose(row, other, "Demande urgente"));
    VacancyRow after = AsAgent.call(LANDLORD, () -> vacancies().open(row.vacancyId()));
    assertThat(after.offer().agreementId()).isEqualTo(other);
    assertThat(after.offer().reason()).isEqualTo("Demande urgente");
    assertThat(codes(LANDLORD, () -> choose(row, null, "trop tard")))
        .containsExactly("VACANCY_CHANGED_MEANWHILE");
    AsAgent.call(LANDLORD, () -> choose(after, null, "Travaux à voir"));
    assertThat(AsAgent.call(LANDLORD, () -> vacancies().open(row.vacancyId())).offer()).isNull();
  }

  @Test
  void R_441_5_whatIsExcludedFromTheFlowIsOfferedToNobody() throws Exception {
    VacancyForm form = form();
    form.setFlowExclusion("ANRU");
    long vacancy = AsAgent.call(LANDLORD, () -> vacancies().declareKnown(dwelling(), form));
    VacancyRow row = AsAgent.call(LANDLORD, () -> vacancies().open(vacancy));
    assertThat(row.offer()).isNull();
    assertThat(row.flowExclusion()).isEqualTo("ANRU");
  }

  @Test
  void R_441_5_anIdentifiedDwellingIsItsHoldersCountedInTheFlowOrNot() throws Exception {
    AgreementRow state =
        AsAgent.call(
                LANDLORD, () -> agreements().list(null, null, LocalDate.now().getYear(), 0, 100))
            .rows()
            .stream()
            .filter(row -> row.quota().equals("PPRIOR"))
            .findFirst()
            .orElseThrow();
    long dwelling = dwelling();
    update(
        "insert into reserved_dwelling (agreement_id, dwelling_id) values (?, ?)",
        state.id(),
        dwelling);
    long vacancy = AsAgent.call(LANDLORD, () -> vacancies().declareKnown(dwelling, form()));
    // Days that an offer made anew would not give again.
    update(
        "update vacancy set offered_on = current_date - 5, designation_deadline = current_date + 3"
            + " where id = ?",
        vacancy);
    VacancyRow before = AsAgent.call(LANDLORD, () -> vacancies().open(vacancy));
    assertThat(before.offer().identified()).isTrue();
    assertThat(before.offer().holderId()).isEqualTo(state.holderId());
    List<VacancyTrace.Kind> happened = new ArrayList<>(traces(vacancy));
    for (String exclusion : Arrays.asList("ANRU", null)) {
      VacancyForm form = form();
      form.setFlowExclusion(exclusion);
      int version = AsAgent.call(LANDLORD, () -> vacancies().open(vacancy)).version();
      act(LANDLORD, () -> vacancies().change(vacancy, version, form));
      VacancyRow after = AsAgent.call(LANDLORD, () -> vacancies().open(vacancy));
      assertThat(after.flowExclusion()).isEqualTo(exclusion);
      assertThat(after.offer()).isEqualTo(before.offer());
      happened.add(0, VacancyTrace.Kind.CHANGED);
      assertThat(traces(vacancy)).isEqualTo(happened);
    }
  }

  private static List<VacancyTrace.Kind> traces(long vacancy) throws Exception {
    return AsAgent.call(LANDLORD, () -> vacancies().trace(vacancy)).stream()
        .map(VacancyTrace::kind)
        .toList();
  }

  private static void update(String sql, Object... values) {
    Acts.database().useHandle(handle -> handle.execute(sql, values));
  }

  @Test
  void aKnownDwellingIsDeclaredVacantOnceAndWithdrawn() throws Exception {
    long dwelling = dwelling();
    long vacancy = AsAgent.call(LANDLORD, () -> vacancies().declareKnown(dwelling, form()));
    assertThat(codes(LANDLORD, () -> vacancies().declareKnown(dwelling, form())))
        .containsExactly("VACANT_ALREADY");
    notInScope("bailleur.saint-nazaire", () -> vacancies().declareKnown(dwelling, form()));
    notInScope("bailleur.saint-nazaire", () -> dwellings().open(dwelling));
    int version = AsAgent.call(LANDLORD, () -> vacancies().open(vacancy)).version();
    AsAgent.call(
        LANDLORD, () -> Acts.run(() -> vacancies().withdraw(vacancy, version, "NOTICE_CANCELLED")));
    DwellingDetail detail = AsAgent.call(LANDLORD, () -> dwellings().open(dwelling));
    assertThat(detail.vacancies()).hasSize(1);
    assertThat(detail.vacancies().get(0).status()).isEqualTo(VacancyStatus.WITHDRAWN);
    VacancyForm late = form();
    late.setNoticeOn(late.getAvailableFrom().plusDays(1));
    assertThat(codes(LANDLORD, () -> vacancies().declareKnown(dwelling, late)))
        .contains("NOTICE_AFTER_AVAILABILITY");
  }

  @Test
  void theStockIsImportedAllOrNothingAndModified() throws Exception {
    String reference = "IMP-" + System.nanoTime();
    String headers = "reference;commune;adresse;type;surface;loyer;charges;plafonds\n";
    String sound = reference + ";44109;3 quai Turenne;T3;61;402;80;PLUS\n";
    StockImport faulty = checked(headers + sound + reference + "b;44109;;T3;61;402;80;PLUS\n");
    assertThat(faulty.faulty()).isEqualTo(1);
    assertThat(codes(LANDLORD, () -> Acts.run(() -> imports().confirm(faulty.id()))))
        .containsExactly("IMPORT_NOT_APPLICABLE");
    notInScope("bailleur.saint-nazaire", () -> imports().open(faulty.id()));
    StockImport good = checked(headers + sound);
    AsAgent.call(LANDLORD, () -> Acts.run(() -> imports().confirm(good.id())));
    var found =
        AsAgent.call(
            LANDLORD,
            () ->
                dwellings()
                    .list(
                        new DwellingSearch(reference.toLowerCase(), null, null, null, null, null),
                        0,
                        10));
    assertThat(found.total()).isEqualTo(1);
    DwellingDetail detail =
        AsAgent.call(LANDLORD, () -> dwellings().open(found.rows().get(0).id()));
    DwellingForm form = detail.form();
    form.setEnergyContribution(12);
    AsAgent.call(
        LANDLORD, () -> Acts.run(() -> dwellings().modify(detail.id(), detail.version(), form)));
    assertThat(
            codes(
                LANDLORD,
                () -> Acts.run(() -> dwellings().modify(detail.id(), detail.version(), form))))
        .containsExactly("DWELLING_CHANGED_MEANWHILE");
    assertThat(
            AsAgent.call(LANDLORD, () -> dwellings().open(detail.id()))
                .form()
                .getEnergyContribution())
        .isEqualTo(12);
  }

  @Test
  void R_441_5_agreementsAreKeptByLandlordAndManagerAndSeenByTheirHolder() throws Exception {
    int year = LocalDate.now().getYear();
    List<AgreementRow> own =
        AsAgent.call(LANDLORD, () -> agreements().list(null, null, year, 0, 100)).rows();
    assertThat(own).isNotEmpty().allMatch(row -> row.landlord().equals("Habitat de l'Estuaire"));
    AgreementRow state =
        own.stream().filter(row -> row.quota().equals("PPRIOR")).findFirst().orElseThrow();
    assertThat(AsAgent.call("prefecture.44", () -> agreements().open(state.id(), year)).percent())
        .isEqualByComparingTo("30");
    notInScope("action.logement", () -> agreements().open(state.id(), year));
    notInScope("bailleur.saint-nazaire", () -> agreements().open(state.id(), year));
    AgreementForm form = new AgreementForm();
    form.setQuota("PPRIOR");
    form.setPercent(new BigDecimal("31"));
    form.setDesignationDays(30);
    form.setSignedOn(state.signedOn());
    form.setValidFrom(state.validFrom());
    assertThat(codes(LANDLORD, () -> change(state, form)))
        .containsExactly("MORE_THAN_THE_STATE_MAY_HAVE");
    notInScope("bailleur.saint-nazaire", () -> change(state, form));
    assertThatThrownBy(() -> AsAgent.call("prefecture.44", () -> change(state, form)))
        .isInstanceOf(jakarta.ejb.EJBAccessException.class);
    form.setPercent(new BigDecimal("30"));
    form.setAgentsPercent(new BigDecimal("4.5"));
    AsAgent.call(MANAGER, () -> change(state, form));
    assertThat(AsAgent.call(LANDLORD, () -> agreements().open(state.id(), year)).agentsPercent())
        .isEqualByComparingTo("4.5");
    form.setHolderId(state.holderId());
    form.setDepartementCode("44");
    assertThat(codes(LANDLORD, () -> agreements().agree(form))).contains("AGREEMENT_THERE_ALREADY");
  }

  private static Void change(AgreementRow row, AgreementForm form) {
    return Acts.run(() -> agreements().change(row.id(), row.version(), form));
  }

  private static Void choose(VacancyRow row, Long agreement, String reason) {
    return Acts.run(() -> vacancies().offer(row.vacancyId(), row.version(), agreement, reason));
  }

  /** A T2 of the stock that is not vacant. */
  private static long dwelling() throws Exception {
    String reference = "RES-" + System.nanoTime();
    StockImport made =
        checked(
            "reference;commune;adresse;type;surface;loyer;charges;plafonds\n"
                + reference
                + ";44109;5 rue Kervégan;T2;45;300;50;PLUS\n");
    AsAgent.call(LANDLORD, () -> Acts.run(() -> imports().confirm(made.id())));
    return Acts.count("select id from dwelling where internal_reference = ?", reference);
  }

  private static StockImport checked(String file) throws Exception {
    long id =
        AsAgent.call(
            LANDLORD,
            () ->
                imports()
                    .check(
                        "parc.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
    return AsAgent.call(LANDLORD, () -> imports().open(id));
  }

  private static VacancyForm form() {
    VacancyForm form = new VacancyForm();
    form.setNoticeOn(LocalDate.now().minusDays(10));
    form.setAvailableFrom(LocalDate.now().plusDays(20));
    form.setReason("NOTICE");
    return form;
  }

  private static List<String> candidates(String holder, long vacancy) throws Exception {
    List<String> numbers =
        AsAgent.call(holder, () -> matching().candidates(vacancy, CandidatePage.Cursor.START, 20))
            .rows()
            .stream()
            .map(CandidateRow::uniqueNumber)
            .limit(2)
            .toList();
    assertThat(numbers).hasSize(2);
    return numbers;
  }

  private static String login(long partner) {
    return Acts.text(
        "select login from agent where password_hash is not null and partner_id = " + partner);
  }

  private static void notInScope(String login, Callable<?> act) {
    assertThatThrownBy(() -> AsAgent.call(login, act::call))
        .as(login)
        .isInstanceOf(NotInScope.class);
  }

  private static Vacancies vacancies() {
    return Acts.of(Vacancies.class);
  }

  private static Dwellings dwellings() {
    return Acts.of(Dwellings.class);
  }

  private static StockImporting imports() {
    return Acts.of(StockImporting.class);
  }

  private static Designations designations() {
    return Acts.of(Designations.class);
  }

  private static Agreements agreements() {
    return Acts.of(Agreements.class);
  }

  private static Matching matching() {
    return Acts.of(Matching.class);
  }

  private static Proposals proposals() {
    return Acts.of(Proposals.class);
  }
}
