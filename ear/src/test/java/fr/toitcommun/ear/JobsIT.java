package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.job.DryRun;
import fr.toitcommun.ejb.job.Jobs;
import fr.toitcommun.ejb.job.Nights;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.demonstration.Demonstration;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.RunState;
import fr.toitcommun.persistence.observatory.ObservedRows;
import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How jobs of the night run, by Jakarta Batch, and the sweeps of duplicates and of erasure. */
@ExtendWith(ArquillianExtension.class)
class JobsIT {
  private static final String DESK = "guichet.nantes";
  private static final String MANAGER = "gestionnaire";
  private static final String RADIATIONS = "RADIATIONS";
  private static final String NOTICES = "RENEWAL_NOTICES";
  private static final String DUPLICATES = "DUPLICATE_SWEEP";
  private static final String ERASURE = "ERASURE";
  private static final String SCORES = "SCORES";
  private static final String PART_OF_SCORES = "toitcommun.scores.part";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(JobsIT.class, JobActs.class, JobActs.Holder.class, Acts.class);
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
    List<DueDemand> due = JobActs.dryRun(RADIATIONS, day);
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
    assertThat(JobActs.dryRun("ABNORMAL_DELAY", null)).isEmpty();
    DryRun delayed = AsAgent.call(MANAGER, () -> jobs().delayed("44", 0, 10));
    assertThat(delayed.rows()).hasSize(10);
    assertThat(
            Acts.count(
                "select count(*) from demand where abnormal_delay_since is not null and"
                    + " status = 'ACTIVE'"))
        .isEqualTo(delayed.total());
  }

  @Test
  void R_441_2_10_twoLanesScoreEachDueDemandOnceAlsoWhenStopped() throws Exception {
    LocalDate day = LocalDate.now();
    Acts.database()
        .useHandle(
            handle -> handle.execute("update demand_score set score = -9999, next_on = ?", day));
    long due =
        Acts.count(
            "select count(distinct demand_id) from demand_score join demand d on d.id = demand_id"
                + " where d.status = 'ACTIVE'");
    String held =
        AsAgent.call(MANAGER, () -> jobs().dryRun(SCORES, day, null, null, 1))
            .rows()
            .get(0)
            .uniqueNumber();
    JobRun over;
    // So few that one part does not hold what is due.
    System.setProperty(PART_OF_SCORES, "50");
    try {
      long run;
      // Somebody is at a demand until the stop is asked for: the run cannot end before.
      try (JobActs.Holder somebody = new JobActs.Holder(held)) {
        somebody.execute(
            "select 1 from demand_score s join demand d on d.id = s.demand_id where d.unique_number"
                + " = ? for update of s",
            held);
        run = JobActs.start(SCORES, day).orElseThrow();
        act(MANAGER, () -> jobs().stop(run));
      }
      JobRun stopped = JobActs.await(run);
      assertThat(stopped.state()).isEqualTo(RunState.STOPPED);
      assertThat(stopped.total()).isGreaterThanOrEqualTo(due);
      assertThat(stopped.done()).isPositive().isLessThan(stopped.total());
      act(MANAGER, () -> jobs().resume(run));
      over = JobActs.await(run);
    } finally {
      System.clearProperty(PART_OF_SCORES);
    }
    assertThat(over.state()).isEqualTo(RunState.DONE);
    assertThat(over.done() + over.failed() + over.setAside()).isEqualTo(over.total());
    // A job gives way to who has a demand open; the next night finds it again.
    assertThat(over.failed()).isLessThanOrEqualTo(1);
    assertThat(scoredWrongly(day)).isEqualTo(over.failed());
    assertThat(JobActs.run(SCORES, day).done()).isEqualTo(over.failed());
    assertThat(scoredWrongly(day)).isZero();
  }

  /** Active demands that no lane has scored. */
  private static long scoredWrongly(LocalDate day) {
    return Acts.count(
        "select count(distinct s.demand_id) from demand_score s join demand d on d.id = s.demand_id"
            + " where d.status = 'ACTIVE' and (s.score = -9999 or s.next_on <= ?)",
        day);
  }

  @Test
  void duplicatesAreSearchedForAtNightAndASetIsOpenedOnce() throws Exception {
    String first = register("Doublonneau");
    String second = register("Doublonneau");
    List<DueDemand> listed = JobActs.dryRun(DUPLICATES, null);
    DueDemand pair =
        listed.stream().filter(one -> one.uniqueNumber().equals(first)).findFirst().orElseThrow();
    assertThat(pair.others()).containsExactly(second);
    assertThat(pair.what()).isEqualTo("OPEN_SET");
    assertThat(pair.why()).isEqualTo("SAME_NAMES");
    assertThat(JobActs.of(first, "duplicate_member t", "true")).isZero();

    JobRun run = JobActs.run(DUPLICATES, LocalDate.now());

    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(run.done()).isEqualTo(listed.size()).isEqualTo(run.total());
    assertThat(JobActs.of(first, "duplicate_member t", "true")).isEqualTo(1);
    assertThat(JobActs.run(DUPLICATES, LocalDate.now()).done()).isZero();
    assertThat(JobActs.of(second, "duplicate_member t", "true")).isEqualTo(1);

    // Who left the file, by whichever way, leaves nothing to compare.
    String third = register("Doublonneau");
    assertThat(JobActs.dryRun(DUPLICATES, null))
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
    assertThat(JobActs.dryRun(ERASURE, null))
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
            handle -> {
              handle.execute(
                  "update demand set status = 'CANCELLED', cancellation_reason = 'RADABA',"
                      + " cancelled_on = ? where unique_number = ?",
                  on,
                  number);
              ObservedRows.keep(
                  handle,
                  handle
                      .createQuery("select id from demand where unique_number = ?")
                      .bind(0, number)
                      .mapTo(Long.class)
                      .one());
            });
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

  private static Jobs jobs() {
    return Acts.of(Jobs.class);
  }
}
