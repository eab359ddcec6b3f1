package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.codes;
import static fr.toitcommun.ear.Acts.faults;
import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.allocated;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.closedSession;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.leases;
import static fr.toitcommun.ear.LettingActs.offered;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.vacancies;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.allocation.ForgottenImports;
import fr.toitcommun.ejb.allocation.StockImporting;
import fr.toitcommun.persistence.allocation.LeaseData;
import fr.toitcommun.persistence.allocation.NotificationChannel;
import fr.toitcommun.persistence.allocation.VacancyForm;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.VacancyTrace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody may do between a vacancy and its lease, whatever a page or a system sends. */
@ExtendWith(ArquillianExtension.class)
class AllocationLimitsIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(AllocationLimitsIT.class, Acts.class, LettingActs.class);
  }

  @Test
  void L_441_2_anAllocationIsNeitherTakenBackNorSignedBeforeItWasDecided() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long proposal = allocated(LANDLORD, vacancy, numbers.get(0));
    assertThat(codes(LANDLORD, () -> run(() -> proposals().withdraw(proposal))))
        .containsExactly("ALLOCATED_BY_COMMISSION");
    LocalDate today = LocalDate.now();
    LeaseData yesterday =
        new LeaseData(today.minusDays(1), false, "AUCUN", "NON", "AUCUN", false, true, null);
    assertThat(faults(LANDLORD, () -> leases().sign(proposal, yesterday)))
        .containsExactly("signedOn DATE_OUT_OF_RANGE");
  }

  @Test
  void R_441_3_b_whoseTurnHasNotComeIsNotToldAndDoesNotLapse() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    closedSession(vacancy, 2);
    long second =
        AsAgent.call(LANDLORD, () -> proposals().ofVacancy(vacancy)).rows().get(1).proposalId();
    assertThat(
            codes(
                LANDLORD,
                () ->
                    run(
                        () ->
                            proposals()
                                .recordNotification(second, NotificationChannel.HAND, null))))
        .containsExactly("TURN_NOT_COME");
    assertThat(codes(LANDLORD, () -> run(() -> proposals().lapse(second))))
        .containsExactly("PROPOSAL_NOT_NOTIFIED");
  }

  @Test
  void R_441_2_1_aDwellingIsProposedToDemandsOfItsDepartementOnly() throws Exception {
    String both =
        "select p.id from partner p join partner_territory t on t.partner_id = p.id where p.kind ="
            + " 'LANDLORD' group by p.id having bool_or(t.code = '44') and count(*) > 1 order by"
            + " p.id limit 1";
    String login =
        Acts.text(
            "select min(login) from agent where demonstration and partner_id = (" + both + ")");
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update agent set password_hash = (select password_hash from agent where login"
                        + " = ?) where login = ?",
                    LANDLORD,
                    login));
    String elsewhere =
        Acts.text(
            "select min(d.unique_number) from demand d where d.status = 'ACTIVE' and"
                + " d.departement_code in (select t.code from partner_territory t where t.code <>"
                + " '44' and t.partner_id = ("
                + both
                + "))");
    long vacancy = declare(login);
    assertThat(faults(login, () -> proposals().propose(vacancy, List.of(elsewhere))))
        .containsExactly(elsewhere + " DEMAND_OF_ANOTHER_DEPARTEMENT");
  }

  @Test
  void R_441_10_nobodyWasToldBeforeTheRulesWereKeptNorInTenThousandYears() throws Exception {
    long vacancy = declare(LANDLORD);
    String number = candidates(vacancy, 1).get(0);
    long made = AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, List.of(number))).get(0);
    for (LocalDate day : List.of(LocalDate.of(2010, 9, 30), LocalDate.of(99_999, 1, 1))) {
      assertThat(
              codes(
                  LANDLORD,
                  () ->
                      run(
                          () ->
                              proposals().recordNotification(made, NotificationChannel.HAND, day))))
          .containsExactly("NOTIFICATION_DATE_IMPOSSIBLE");
    }
  }

  @Test
  void R_441_5_whatIsExcludedAfterTheOfferIsTheLandlordsAndTheBalanceKnowsIt() throws Exception {
    VacancyRow offered = offered();
    long agreement = offered.offer().agreementId();
    long before = offers(agreement);
    VacancyForm form = vacancyForm();
    form.setFlowExclusion("ANRU");
    AsAgent.call(
        LANDLORD,
        () -> run(() -> vacancies().change(offered.vacancyId(), offered.version(), form)));
    VacancyRow excluded = AsAgent.call(LANDLORD, () -> vacancies().open(offered.vacancyId()));
    assertThat(excluded.offer()).isNull();
    assertThat(offers(agreement)).isEqualTo(before - 1);
    assertThat(AsAgent.call(LANDLORD, () -> vacancies().trace(offered.vacancyId())))
        .anyMatch(
            event -> event.kind() == VacancyTrace.Kind.CHANGED && "ANRU".equals(event.detail()));
    // Counted again, a dwelling is due again to who was furthest behind.
    AsAgent.call(
        LANDLORD,
        () ->
            run(() -> vacancies().change(offered.vacancyId(), excluded.version(), vacancyForm())));
    assertThat(
            AsAgent.call(LANDLORD, () -> vacancies().open(offered.vacancyId()))
                .offer()
                .agreementId())
        .isEqualTo(agreement);
  }

  @Test
  void anImportNeverWrittenIsForgottenAfterThirtyDays() throws Exception {
    byte[] file =
        ("reference;commune;adresse;type;surface;loyer;charges;plafonds\n"
                + "OUBLI-1;44109;5 rue Kervégan;T2;45;300;50;PLUS\n")
            .getBytes(StandardCharsets.UTF_8);
    long old =
        AsAgent.call(LANDLORD, () -> imports().check("a.csv", new ByteArrayInputStream(file)));
    long late =
        AsAgent.call(LANDLORD, () -> imports().check("b.csv", new ByteArrayInputStream(file)));
    aged(old, 31);
    aged(late, 29);
    Acts.of(ForgottenImports.class).forget();
    assertThat(Acts.count("select count(*) from stock_import where id = ?", old)).isZero();
    assertThat(Acts.count("select count(*) from stock_import where id = ?", late)).isOne();
  }

  private static void aged(long stockImport, int days) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update stock_import set checked_at = now() - ? * interval '1 day' where id ="
                        + " ?",
                    days,
                    stockImport));
  }

  private static StockImporting imports() {
    return Acts.of(StockImporting.class);
  }

  /** How many dwellings of the year's flow the holder of an agreement has been offered. */
  private static long offers(long agreement) {
    return Acts.count(
        "select count(*) from flow_vacancy where agreement_id = ? and exclusion is null and not"
            + " identified",
        agreement);
  }

  private static VacancyForm vacancyForm() {
    VacancyForm form = new VacancyForm();
    form.setAvailableFrom(LocalDate.now());
    return form;
  }
}
