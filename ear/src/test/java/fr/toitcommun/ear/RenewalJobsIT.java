package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.job.Jobs;
import fr.toitcommun.ejb.registration.Cancellations;
import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.RunItemPage;
import fr.toitcommun.persistence.job.RunState;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The nights that remind of a renewal and cancel what nobody renewed (R.441-2-7, R.441-2-8 e). */
@ExtendWith(ArquillianExtension.class)
class RenewalJobsIT {
  private static final String DESK = "guichet.nantes";
  private static final String MANAGER = "gestionnaire";
  private static final String RADIATIONS = "RADIATIONS";
  private static final String NOTICES = "RENEWAL_NOTICES";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        RenewalJobsIT.class, JobActs.class, JobActs.Holder.class, Acts.class);
  }

  @Test
  void R_441_2_8_e_L_441_2_1_whoWasNotRenewedIsCancelledIfToldInTime() throws Exception {
    LocalDate today = LocalDate.now();
    LocalDate start = today.minusMonths(13).minusDays(3);
    String told = JobActs.waiting("Prévenue", start, start.plusMonths(11));
    String late = JobActs.waiting("Tardive", start, today.minusDays(10));
    String never = JobActs.waiting("Oubliée", start, null);
    String grace = JobActs.waiting("Encore", today.minusMonths(13).plusDays(1), null);
    propose(told);
    List<DueDemand> listed = JobActs.dryRun(RADIATIONS, null);

    JobRun run = JobActs.run(RADIATIONS, today);

    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(run.done() + run.setAside()).isEqualTo(listed.size()).isEqualTo(run.total());
    assertThat(listed.stream().filter(one -> one.what().equals("CANCEL")).count())
        .isEqualTo(run.done());
    assertThat(status(told)).isEqualTo("CANCELLED RADREN " + today);
    assertThat(List.of(status(late), status(never), status(grace))).containsOnly("ACTIVE");
    // By nobody, in the history and in the journal; out of the search, but not out of the names.
    assertThat(
            JobActs.of(
                told,
                "demand_event t",
                "kind = 'CANCELLED' and agent_id is null and detail =" + " 'RADREN'"))
        .isEqualTo(1);
    assertThat(JobActs.of(told, "proposal t", "status = 'RELEASED'")).isEqualTo(1);
    assertThat(
            JobActs.of(told, "demand_event t", "kind = 'PROPOSAL_RELEASED' and agent_id is null"))
        .isEqualTo(1);
    assertThat(JobActs.of(told, "letter t", "kind = 'CANCELLED' and about = current_date"))
        .isEqualTo(1);
    assertThat(JobActs.of(told, "candidate_wish t", "true")).isZero();
    assertThat(JobActs.of(told, "person_name t", "true")).isPositive();
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = 'job:RADIATIONS' and outcome ="
                    + " 'DONE' and ? = any(unique_numbers)",
                told))
        .isEqualTo(1);
    // Who was not told is told now, and has a month.
    assertThat(JobActs.of(never, "letter t", "kind = 'RENEWAL_NOTICE'")).isEqualTo(1);
    RunItemPage left = AsAgent.call(MANAGER, () -> jobs().left(run.id(), 0, 100));
    assertThat(left.rows())
        .contains(
            new RunItemPage.Item(late, "SET_ASIDE", "NOTICE_LATE"),
            new RunItemPage.Item(never, "SET_ASIDE", "NO_NOTICE"));

    JobRun again = JobActs.run(RADIATIONS, today);
    assertThat(again.done()).isZero();
    assertThat(JobActs.of(told, "letter t", "kind = 'CANCELLED'")).isEqualTo(1);
    assertThat(JobActs.of(never, "letter t", "kind = 'RENEWAL_NOTICE'")).isEqualTo(1);

    // Expired between the twelfth and the thirteenth month: shown, and renewable at any desk.
    DemandFile file = AsAgent.call("bailleur.nantes", () -> files().open(grace));
    assertThat(file.expired()).isTrue();
    renew("bailleur.nantes", grace, file.version());
    assertThat(
            JobActs.of(
                grace,
                "demand_event t",
                "kind = 'RENEWED' and partner_id = (select partner_id from agent where login ="
                    + " 'bailleur.nantes')"))
        .isEqualTo(1);
    assertThat(
            JobActs.of(grace, "letter t", "kind = 'RENEWAL_CERTIFICATE' and about = current_date"))
        .isEqualTo(1);
    assertThat(JobActs.of(grace, "letter t", "kind = 'REGISTRATION_CERTIFICATE'")).isEqualTo(1);
    // Cancelled by the job, taken up again by a desk with number and seniority.
    DemandFile gone = AsAgent.call(DESK, () -> files().open(told));
    AsAgent.call(
        DESK,
        () -> {
          Acts.of(Cancellations.class).reinstate(told, gone.version());
          return null;
        });
    assertThat(status(told)).isEqualTo("ACTIVE");
    assertThat(
            JobActs.of(told, "candidate_wish t", "initial_deposit_date = d.initial_deposit_date"))
        .isPositive();
  }

  @Test
  void aJobRunsOnceAtATimeAndLosesNoRenewalThatADeskIsAt() throws Exception {
    LocalDate today = LocalDate.now();
    LocalDate start = today.minusMonths(14);
    String renewing = JobActs.waiting("Ponctuelle", start, start.plusMonths(10));
    long run;
    try (JobActs.Holder desk = new JobActs.Holder(renewing)) {
      run = JobActs.start(RADIATIONS, today).orElseThrow();
      assertThat(JobActs.start(RADIATIONS, today)).isEmpty();
      RefusedInput refused =
          catchThrowableOfType(
              RefusedInput.class, () -> AsAgent.call(MANAGER, () -> jobs().run(RADIATIONS)));
      assertThat(refused.faults()).extracting("code").containsExactly("JOB_ALREADY_RUNNING");
      desk.execute(
          "update demand set last_renewal_date = ?, valid_until = ?, version = version + 1 where"
              + " unique_number = ?",
          today,
          today.plusMonths(12),
          renewing);
    }
    assertThat(JobActs.await(run).state()).isEqualTo(RunState.DONE);
    assertThat(status(renewing)).isEqualTo("ACTIVE");
    assertThat(JobActs.of(renewing, "demand_event t", "kind = 'CANCELLED'")).isZero();
    // The other way round: who comes after the job is told, and loses nothing.
    String cancelled = JobActs.waiting("Seconde", start, start.plusMonths(10));
    int read = AsAgent.call(DESK, () -> files().open(cancelled)).version();
    JobActs.run(RADIATIONS, today);
    assertThatThrownBy(() -> renew(DESK, cancelled, read)).isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void R_441_2_7_aYearOfNightsGivesEachPeriodOneNotice() throws Exception {
    LocalDate today = LocalDate.now();
    String number = JobActs.waiting("Patiente", today, null);
    for (int month = 8; month <= 12; month++) {
      assertThat(JobActs.run(NOTICES, today.plusMonths(month)).state()).isEqualTo(RunState.DONE);
      // Nobody is reminded of a notice that has not left.
      assertThat(JobActs.of(number, "letter t", "kind = 'RENEWAL_REMINDER'"))
          .isEqualTo(month == 12 ? 1 : 0);
      JobActs.printAll(number);
    }
    assertThat(JobActs.of(number, "letter t", "kind = 'RENEWAL_NOTICE' and about = valid_until"))
        .isEqualTo(1);
    assertThat(JobActs.of(number, "demand_event t", "kind = 'RENEWAL_NOTICE' and agent_id is null"))
        .isEqualTo(1);
    assertThat(JobActs.of(number, "letter t", "kind = 'RENEWAL_REMINDER'")).isEqualTo(1);
  }

  private static void propose(String number) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into proposal (id, version, vacancy_id, demand_id, status, made_on,"
                        + " reply_deadline) select nextval('proposal_seq'), 1, (select min(id) from"
                        + " vacancy where status = 'OPEN'), id, 'OPEN', current_date, current_date"
                        + " + 10 from demand where unique_number = ?",
                    number));
  }

  private static void renew(String login, String number, int version) throws Exception {
    AsAgent.call(
        login,
        () -> {
          Acts.of(Registrations.class).renew(number, version, null);
          return null;
        });
  }

  private static String status(String number) {
    return Acts.database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select concat_ws(' ', status, cancellation_reason, cancelled_on) from"
                            + " demand where unique_number = :number")
                    .bind("number", number)
                    .mapTo(String.class)
                    .one());
  }

  private static Jobs jobs() {
    return Acts.of(Jobs.class);
  }

  private static DemandFiles files() {
    return Acts.of(DemandFiles.class);
  }
}
