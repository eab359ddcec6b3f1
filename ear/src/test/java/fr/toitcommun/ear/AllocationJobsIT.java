package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.closedSession;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.ofVacancy;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.row;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.ProposalRow;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.RunState;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The nights that end proposals, suspended allocations and designations; each run twice, since a
 * night that was cut short is run again.
 */
@ExtendWith(ArquillianExtension.class)
class AllocationJobsIT {
  private static final String SILENCE = "PROPOSAL_SILENCE";
  private static final String CONDITIONS = "ALLOCATION_CONDITIONS";
  private static final String DESIGNATIONS = "DESIGNATIONS_LAPSED";

  /** How often something of this kind happened to a demand today: it may have a past. */
  private static final String ENDED =
      "select count(*) from demand_event e join demand d on d.id = e.demand_id where"
          + " d.unique_number = ? and e.kind = ? and e.effective_on = current_date";

  /** How often a landlord was told of a proposal. */
  private static final String TOLD =
      "select count(*) from proposal_notice where proposal_id = ? and kind = ?";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        AllocationJobsIT.class, Acts.class, LettingActs.class, JobActs.class, JobActs.Holder.class);
  }

  @Test
  void R_441_10_theNightTakesSilenceForARefusalNeverAnAcceptance() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    List<Long> made = AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    AsAgent.call(LANDLORD, () -> run(() -> proposals().accept(made.get(0), null)));
    late(made.get(0));
    late(made.get(1));
    assertThat(twice(SILENCE).done()).isPositive();
    assertThat(row(made.get(0)).status()).isEqualTo(ProposalStatus.OPEN);
    assertThat(row(made.get(1)).status()).isEqualTo(ProposalStatus.LAPSED);
    assertThat(row(made.get(2)).status()).isEqualTo(ProposalStatus.OPEN);
    // The list has no hole where somebody left.
    assertThat(ofVacancy(vacancy).stream().map(ProposalRow::place).filter(one -> one != null))
        .containsExactly(1, 2);
    assertThat(Acts.count(ENDED, row(made.get(1)).uniqueNumber(), "PROPOSAL_LAPSED")).isEqualTo(1);
    assertThat(Acts.count(TOLD, made.get(1), "LAPSED")).isEqualTo(1);
  }

  @Test
  void R_441_3_c_anUnmetConditionFallsAfterItsDeadlineAndTheNextIsCalled() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    closedSession(vacancy, 2);
    List<ProposalRow> ranked = ofVacancy(vacancy);
    long first = ranked.get(0).proposalId();
    Acts.database()
        .useHandle(
            handle -> {
              handle.execute("update proposal set status = 'CONDITIONAL' where id = ?", first);
              handle.execute(
                  "update item_candidate set decision = 'CONDITIONAL_ALLOCATION', condition_text ="
                      + " 'Avis', condition_deadline = current_date - 1 where proposal_id = ?",
                  first);
            });
    assertThat(twice(CONDITIONS).done()).isPositive();
    assertThat(row(first).status()).isEqualTo(ProposalStatus.LAPSED);
    assertThat(row(ranked.get(1).proposalId()).calledOn()).isEqualTo(LocalDate.now());
    assertThat(Acts.count(ENDED, ranked.get(0).uniqueNumber(), "CONDITION_UNMET")).isEqualTo(1);
    assertThat(Acts.count(ENDED, ranked.get(1).uniqueNumber(), "PROPOSAL_CALLED")).isEqualTo(1);
    assertThat(Acts.count(TOLD, first, "CONDITION_UNMET")).isEqualTo(1);
  }

  @Test
  void R_441_5_aDesignationLapsesOnceAndNotBeforeItsDeadline() throws Exception {
    List<Long> awaited =
        Acts.database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select id from vacancy where designation = 'AWAITED' and status ="
                                + " 'OPEN' and agreement_id is not null and designation_deadline >="
                                + " current_date order by id limit 2")
                        .mapTo(Long.class)
                        .list());
    assertThat(awaited).hasSize(2);
    deadline(awaited.get(0), "current_date - 1");
    deadline(awaited.get(1), "current_date");
    twice(DESIGNATIONS);
    assertThat(designation(awaited.get(0))).isEqualTo("LAPSED AUCUN");
    assertThat(designation(awaited.get(1))).startsWith("AWAITED");
    assertThat(
            Acts.count(
                "select count(*) from vacancy_event where vacancy_id = ? and kind ="
                    + " 'DESIGNATION_LAPSED' and occurred_on = current_date",
                awaited.get(0)))
        .isEqualTo(1);
  }

  /** Runs a job, then once more, which finds nothing to do and changes nothing. */
  private static JobRun twice(String job) throws Exception {
    JobRun first = JobActs.run(job, LocalDate.now());
    assertThat(first.state()).as(first.failure()).isEqualTo(RunState.DONE);
    String after = state();
    JobRun second = JobActs.run(job, LocalDate.now());
    assertThat(second.state()).as(second.failure()).isEqualTo(RunState.DONE);
    assertThat(second.total()).isZero();
    assertThat(second.done()).isZero();
    assertThat(state()).isEqualTo(after);
    return first;
  }

  /** All that such a night may touch, row by row. */
  private static String state() {
    return Acts.text(
        "select concat_ws(' ', (select md5(string_agg(r::text, ',' order by r.id)) from proposal"
            + " r), (select md5(string_agg(v::text, ',' order by v.id)) from vacancy v), (select"
            + " md5(string_agg(c::text, ',' order by c.id)) from item_candidate c), (select"
            + " count(*) from demand_event), (select count(*) from vacancy_event), (select count(*)"
            + " from proposal_notice), (select count(*) from letter), (select sum(version) from"
            + " demand))");
  }

  private static void late(long proposal) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update proposal set reply_deadline = current_date - 1 where id = ?",
                    proposal));
  }

  private static void deadline(long vacancy, String day) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update vacancy set designation_deadline = " + day + " where id = ?", vacancy));
  }

  private static String designation(long vacancy) {
    return Acts.text(
        "select concat_ws(' ', designation, quota) from vacancy where id = " + vacancy);
  }
}
