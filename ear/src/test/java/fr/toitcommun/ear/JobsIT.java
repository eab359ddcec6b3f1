package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.job.DryRun;
import fr.toitcommun.ejb.job.Jobs;
import fr.toitcommun.ejb.job.Nights;
import fr.toitcommun.ejb.registration.Cancellations;
import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.demonstration.Demonstration;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.RunItemPage;
import fr.toitcommun.persistence.job.RunState;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The jobs of the night in the server, by Jakarta Batch, on its database. */
@ExtendWith(ArquillianExtension.class)
class JobsIT {
  private static final String DESK = "guichet.nantes";
  private static final String MANAGER = "gestionnaire";
  private static final String RADIATIONS = "RADIATIONS";
  private static final String NOTICES = "RENEWAL_NOTICES";
  private static final String DUPLICATES = "DUPLICATE_SWEEP";
  private static final String ERASURE = "ERASURE";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(JobsIT.class, JobActs.class, JobActs.Holder.class, Acts.class);
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
    List<DueDemand> listed = dryRun(RADIATIONS, null);

    JobRun run = JobActs.run(RADIATIONS, today);

    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(run.done() + run.setAside()).isEqualTo(listed.size()).isEqualTo(run.total());
    assertThat(listed.stream().filter(one -> one.what().equals("CANCEL")).count())
        .isEqualTo(run.done());
    assertThat(status(told)).isEqualTo("CANCELLED RADREN " + today);
    assertThat(List.of(status(late), status(never), status(grace))).containsOnly("ACTIVE");
    // By nobody, in the history and in the journal; out of the search, but not out of the names.
    assertThat(
            of(
                told,
                "demand_event t",
                "kind = 'CANCELLED' and agent_id is null and detail =" + " 'RADREN'"))
        .isEqualTo(1);
    assertThat(of(told, "proposal t", "status = 'RELEASED'")).isEqualTo(1);
    assertThat(of(told, "demand_event t", "kind = 'PROPOSAL_RELEASED' and agent_id is null"))
        .isEqualTo(1);
    assertThat(of(told, "letter t", "kind = 'CANCELLED' and about = current_date")).isEqualTo(1);
    assertThat(of(told, "candidate_wish t", "true")).isZero();
    assertThat(of(told, "person_name t", "true")).isPositive();
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = 'job:RADIATIONS' and outcome ="
                    + " 'DONE' and ? = any(unique_numbers)",
                told))
        .isEqualTo(1);
    // Who was not told is told now, and has a month.
    assertThat(of(never, "letter t", "kind = 'RENEWAL_NOTICE'")).isEqualTo(1);
    RunItemPage left = AsAgent.call(MANAGER, () -> jobs().left(run.id(), 0, 100));
    assertThat(left.rows())
        .contains(
            new RunItemPage.Item(late, "SET_ASIDE", "NOTICE_LATE"),
            new RunItemPage.Item(never, "SET_ASIDE", "NO_NOTICE"));

    JobRun again = JobActs.run(RADIATIONS, today);
    assertThat(again.done()).isZero();
    assertThat(of(told, "letter t", "kind = 'CANCELLED'")).isEqualTo(1);
    assertThat(of(never, "letter t", "kind = 'RENEWAL_NOTICE'")).isEqualTo(1);

    // Expired between the twelfth and the thirteenth month: shown, and renewable at any desk.
    DemandFile file = AsAgent.call("bailleur.nantes", () -> files().open(grace));
    assertThat(file.expired()).isTrue();
    renew("bailleur.nantes", grace, file.version());
    assertThat(
            of(
                grace,
                "demand_event t",
                "kind = 'RENEWED' and partner_id = (select partner_id from agent where login ="
                    + " 'bailleur.nantes')"))
        .isEqualTo(1);
    assertThat(of(grace, "letter t", "kind = 'RENEWAL_CERTIFICATE' and about = current_date"))
        .isEqualTo(1);
    assertThat(of(grace, "letter t", "kind = 'REGISTRATION_CERTIFICATE'")).isEqualTo(1);
    // Cancelled by the job, taken up again by a desk with number and seniority.
    DemandFile gone = AsAgent.call(DESK, () -> files().open(told));
    AsAgent.call(
        DESK,
        () -> {
          Acts.of(Cancellations.class).reinstate(told, gone.version());
          return null;
        });
    assertThat(status(told)).isEqualTo("ACTIVE");
    assertThat(of(told, "candidate_wish t", "initial_deposit_date = d.initial_deposit_date"))
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
    assertThat(of(renewing, "demand_event t", "kind = 'CANCELLED'")).isZero();
    // The other way round: who comes after the job is told, and loses nothing.
    String cancelled = JobActs.waiting("Seconde", start, start.plusMonths(10));
    int read = AsAgent.call(DESK, () -> files().open(cancelled)).version();
    JobActs.run(RADIATIONS, today);
    assertThatThrownBy(() -> renew(DESK, cancelled, read)).isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void aStoppedRunGoesOnWhereItStopped() throws Exception {
    // So far ahead that more is due than one part holds.
    LocalDate day = LocalDate.now().plusMonths(2);
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "with chosen as (select id from demand where status = 'ACTIVE' and"
                        + " departement_code = '85' order by id limit 120), aged as (update demand"
                        + " set initial_deposit_date = least(initial_deposit_date, date"
                        + " '2025-06-02' - interval '1 year'), last_renewal_date = date"
                        + " '2025-06-02', valid_until = date '2026-06-02' where id in (select id"
                        + " from chosen) returning id) insert into letter (demand_id,"
                        + " departement_code, kind, about, channel, asked_at, made_on) select id,"
                        + " '85', 'RENEWAL_NOTICE', date '2026-06-02', 'POST', '2026-04-20',"
                        + " '2026-04-21' from aged on conflict do nothing"));
    List<DueDemand> due = dryRun(RADIATIONS, day);
    assertThat(due).hasSizeGreaterThan(100);
    long run;
    try (JobActs.Holder somebody = new JobActs.Holder(due.get(0).uniqueNumber())) {
      run = JobActs.start(RADIATIONS, day).orElseThrow();
      long id = run;
      AsAgent.call(
          MANAGER,
          () -> {
            jobs().stop(id);
            return null;
          });
      somebody.execute("select 1");
    }
    JobRun stopped = JobActs.await(run);
    assertThat(stopped.state()).isEqualTo(RunState.STOPPED);
    assertThat(stopped.done() + stopped.setAside()).isPositive().isLessThan(due.size() - 1);
    long id = run;
    AsAgent.call(
        MANAGER,
        () -> {
          jobs().resume(id);
          return null;
        });
    JobRun over = JobActs.await(run);
    assertThat(over.state()).isEqualTo(RunState.DONE);
    assertThat(over.done() + over.setAside() + over.failed()).isEqualTo(due.size());
    // A job gives way to who has a demand open; the next night finds it again.
    assertThat(over.failed()).isLessThanOrEqualTo(1);
    assertThat(
            Acts.count(
                "select coalesce(max(n), 0) from (select count(*) as n from demand_event where kind"
                    + " = 'CANCELLED' and effective_on = ? group by demand_id) as times",
                day))
        .isEqualTo(1);
  }

  @Test
  void aRunWhoseServerIsGoneIsTakenUpByTheNext() throws Exception {
    long run =
        Acts.count(
            "insert into job_run (job, day, state, server, execution_id, started_at, beat_at,"
                + " total) values ('ABNORMAL_DELAY', ?, 'RUNNING', 'gone', null, now() - interval"
                + " '1 hour', now() - interval '10 minutes', 5) returning id",
            LocalDate.now());
    assertThat(JobActs.start("ABNORMAL_DELAY", LocalDate.now())).isEmpty();
    Acts.of(Nights.class).look();
    JobRun over = JobActs.await(run);
    assertThat(over.state()).isEqualTo(RunState.DONE);
    assertThat(over.server()).isNotEqualTo("gone");
    assertThat(over.failure()).isNull();
    assertThat(dryRun("ABNORMAL_DELAY", null)).isEmpty();
    DryRun delayed = AsAgent.call(MANAGER, () -> jobs().delayed("44", 0, 10));
    assertThat(delayed.rows()).hasSize(10);
    assertThat(
            Acts.count(
                "select count(*) from demand where abnormal_delay_since is not null and"
                    + " status = 'ACTIVE'"))
        .isEqualTo(delayed.total());
  }

  @Test
  void R_441_2_7_aYearOfNightsGivesEachPeriodOneNotice() throws Exception {
    LocalDate today = LocalDate.now();
    String number = JobActs.waiting("Patiente", today, null);
    for (int month = 8; month <= 12; month++) {
      assertThat(JobActs.run(NOTICES, today.plusMonths(month)).state()).isEqualTo(RunState.DONE);
      // Nobody is reminded of a notice that has not left.
      assertThat(of(number, "letter t", "kind = 'RENEWAL_REMINDER'"))
          .isEqualTo(month == 12 ? 1 : 0);
      JobActs.printAll(number);
    }
    assertThat(of(number, "letter t", "kind = 'RENEWAL_NOTICE' and about = valid_until"))
        .isEqualTo(1);
    assertThat(of(number, "demand_event t", "kind = 'RENEWAL_NOTICE' and agent_id is null"))
        .isEqualTo(1);
    assertThat(of(number, "letter t", "kind = 'RENEWAL_REMINDER'")).isEqualTo(1);
  }

  @Test
  void duplicatesAreSearchedForAtNightAndASetIsOpenedOnce() throws Exception {
    String first = register("Doublonneau");
    String second = register("Doublonneau");
    List<DueDemand> listed = dryRun(DUPLICATES, null);
    DueDemand pair =
        listed.stream().filter(one -> one.uniqueNumber().equals(first)).findFirst().orElseThrow();
    assertThat(pair.others()).containsExactly(second);
    assertThat(pair.what()).isEqualTo("OPEN_SET");
    assertThat(pair.why()).isEqualTo("SAME_NAMES");
    assertThat(of(first, "duplicate_member t", "true")).isZero();

    JobRun run = JobActs.run(DUPLICATES, LocalDate.now());

    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(run.done()).isEqualTo(listed.size()).isEqualTo(run.total());
    assertThat(of(first, "duplicate_member t", "true")).isEqualTo(1);
    assertThat(JobActs.run(DUPLICATES, LocalDate.now()).done()).isZero();
    assertThat(of(second, "duplicate_member t", "true")).isEqualTo(1);

    // Who left the file, by whichever way, leaves nothing to compare.
    String third = register("Doublonneau");
    assertThat(dryRun(DUPLICATES, null))
        .singleElement()
        .satisfies(one -> assertThat(one.what()).isEqualTo("GROW_SET"))
        .satisfies(one -> assertThat(one.others()).containsExactly(second, third));
  }

  @Test
  void D_2017_917_4_aYearAfterItsCancellationADemandIsErasedAndItIsProved() throws Exception {
    LocalDate today = LocalDate.now();
    String old = register("Zéphyrinette");
    String recent = register("Zéphyrinette");
    cancelled(old, today.minusMonths(12));
    cancelled(recent, today.minusMonths(12).plusDays(1));
    long demand = Acts.count("select id from demand where unique_number = ?", old);
    assertThat(dryRun(ERASURE, null))
        .filteredOn(one -> List.of(old, recent).contains(one.uniqueNumber()))
        .singleElement()
        .satisfies(one -> assertThat(one.uniqueNumber()).isEqualTo(old));

    JobRun run = JobActs.run(ERASURE, today);

    assertThat(run.state()).as(run.failure()).isEqualTo(RunState.DONE);
    assertThat(run.done()).isEqualTo(run.total()).isPositive();
    assertThat(Acts.count("select count(*) from demand where unique_number = ?", old)).isZero();
    assertThat(
            Acts.count(
                "select count(*) from household_member where demand_id = ? and surname <>"
                    + " '(effacé)'",
                demand))
        .isZero();
    assertThat(
            Acts.count(
                "select count(*) from erasure_proof where unique_number = ? and erased_on ="
                    + " current_date",
                old))
        .isEqualTo(1);
    assertThat(Acts.count("select count(*) from journal_entry where ? = any(unique_numbers)", old))
        .isZero();
    assertThat(Acts.count("select count(*) from demand where unique_number = ?", recent))
        .isEqualTo(1);
    assertThat(JobActs.run(ERASURE, today).total()).isZero();
  }

  private static String register(String surname) throws Exception {
    return AsAgent.call(
            DESK, () -> Acts.of(Registrations.class).register(Acts.form(surname, "44109")))
        .value();
  }

  private static void cancelled(String number, LocalDate on) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update demand set status = 'CANCELLED', cancellation_reason = 'RADABA',"
                        + " cancelled_on = ? where unique_number = ?",
                    on,
                    number));
  }

  @Test
  void R_441_2_5_jobsAreTheManagersAlone() {
    List<Callable<?>> acts =
        List.of(
            () -> jobs().view(0, 5),
            () -> jobs().run(NOTICES),
            () -> jobs().dryRun(NOTICES, null, null, null, 5),
            () -> jobs().delayed(null, 0, 5),
            () -> jobs().open(1),
            () -> jobs().left(1, 0, 5),
            () -> {
              jobs().stop(1);
              return null;
            },
            () -> {
              jobs().resume(1);
              return null;
            });
    long runs = Acts.count("select count(*) from job_run where asked_by like '%.%'");
    for (String login : Demonstration.ACCOUNTS) {
      if (!login.equals(MANAGER)) {
        for (Callable<?> act : acts) {
          assertThatThrownBy(() -> AsAgent.call(login, act::call))
              .as(login)
              .isInstanceOf(EJBAccessException.class);
        }
      }
    }
    assertThat(Acts.count("select count(*) from job_run where asked_by like '%.%'"))
        .isEqualTo(runs);
  }

  /** The whole list of a dry run, page by page as the screen shows it. */
  private static List<DueDemand> dryRun(String job, LocalDate day) throws Exception {
    List<DueDemand> all = new ArrayList<>();
    DryRun first = AsAgent.call(MANAGER, () -> jobs().dryRun(job, day, null, null, 100));
    for (String departement : first.counts().keySet()) {
      String after = null;
      do {
        String place = after;
        DryRun page = AsAgent.call(MANAGER, () -> jobs().dryRun(job, day, departement, place, 100));
        all.addAll(page.rows());
        after = page.next();
      } while (after != null);
    }
    assertThat(first.total()).isEqualTo(all.size());
    return all;
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

  /** Rows of a demand in a table. */
  private static long of(String number, String table, String condition) {
    return Acts.count(
        "select count(*) from "
            + table
            + " join demand d on d.id = t.demand_id where d.unique_number = ? and "
            + condition.replaceAll("\\b(status|initial_deposit_date)\\b(?= =)", "t.$1"),
        number);
  }

  private static Jobs jobs() {
    return Acts.of(Jobs.class);
  }

  private static DemandFiles files() {
    return Acts.of(DemandFiles.class);
  }
}
