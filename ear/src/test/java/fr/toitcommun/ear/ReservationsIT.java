package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.act;
import static fr.toitcommun.ear.Acts.codes;
import static fr.toitcommun.ear.Acts.notInScope;
import static fr.toitcommun.ear.LettingActs.offered;
import static fr.toitcommun.ear.StockActs.declaration;
import static fr.toitcommun.ear.StockActs.dwelling;
import static fr.toitcommun.ear.StockActs.vacancies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.allocation.Agreements;
import fr.toitcommun.ejb.allocation.Designations;
import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.ejb.job.Jobs;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.VacancyForm;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.VacancyTrace;
import fr.toitcommun.persistence.allocation.reservation.AgreementForm;
import fr.toitcommun.persistence.allocation.reservation.AgreementRow;
import fr.toitcommun.persistence.job.JobRun;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Vacancies at the disposal of reservation holders (R.441-5), act by act. */
@ExtendWith(ArquillianExtension.class)
class ReservationsIT {
  private static final String LANDLORD = "bailleur.nantes";
  private static final String MANAGER = "gestionnaire";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        ReservationsIT.class, Acts.class, LettingActs.class, StockActs.class, JobActs.class);
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
    VacancyForm form = declaration();
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
    long vacancy = AsAgent.call(LANDLORD, () -> vacancies().declareKnown(dwelling, declaration()));
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
      VacancyForm form = declaration();
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
