package fr.toitcommun.ear;

import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.allocated;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.closedSession;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.lease;
import static fr.toitcommun.ear.LettingActs.leases;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.row;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.allocation.LeaseCancellations;
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

/** A lease signed by mistake and cancelled days after, when delays have run out meanwhile. */
@ExtendWith(ArquillianExtension.class)
class LeaseUndoingIT {
  private static final String MANAGER = "gestionnaire";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        LeaseUndoingIT.class, Acts.class, LettingActs.class, JobActs.class, JobActs.Holder.class);
  }

  @Test
  void R_441_10_theNightDoesNotLapseWhatACancellationHasJustPutBack() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long other = declare(LANDLORD);
    long elsewhere =
        AsAgent.call(LANDLORD, () -> proposals().propose(other, List.of(numbers.get(0)))).get(0);
    long proposal = allocated(LANDLORD, vacancy, numbers.get(0));
    long signed = AsAgent.call(LANDLORD, () -> leases().sign(proposal, lease()));
    tenDaysPass(proposal);
    tenDaysPass(elsewhere);

    AsAgent.call(MANAGER, () -> Acts.of(LeaseCancellations.class).cancel(signed, "Erreur"));
    JobRun night = JobActs.run("PROPOSAL_SILENCE", LocalDate.now());

    assertThat(night.state()).as(night.failure()).isEqualTo(RunState.DONE);
    assertThat(row(proposal).status()).isEqualTo(ProposalStatus.RANKED);
    assertThat(row(elsewhere).status()).isEqualTo(ProposalStatus.OPEN);
    for (long again : List.of(proposal, elsewhere)) {
      assertThat(row(again).notifiedOn()).as("to be told anew").isNull();
      assertThat(row(again).replyDeadline()).isNull();
    }
  }

  @Test
  void R_441_3_c_aConditionIsProlongedByTheDaysThatTheLeaseTook() throws Exception {
    long theirs = declare(LANDLORD);
    List<String> numbers = candidates(theirs, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(theirs, numbers));
    closedSession(theirs, 1);
    long suspended =
        AsAgent.call(LANDLORD, () -> proposals().ofVacancy(theirs)).rows().get(0).proposalId();
    String number = row(suspended).uniqueNumber();
    Acts.database()
        .useHandle(
            handle -> {
              handle.execute("update proposal set status = 'CONDITIONAL' where id = ?", suspended);
              handle.execute(
                  "update item_candidate set decision = 'CONDITIONAL_ALLOCATION', condition_text ="
                      + " 'Avis', condition_deadline = current_date - 3 where proposal_id = ?",
                  suspended);
            });
    long vacancy = declare(LANDLORD);
    List<String> others = candidates(vacancy, 2);
    AsAgent.call(
        LANDLORD,
        () -> proposals().propose(vacancy, List.of(number, others.get(0), others.get(1))));
    long proposal = allocated(LANDLORD, vacancy, number);
    long signed = AsAgent.call(LANDLORD, () -> leases().sign(proposal, lease()));
    tenDaysPass(suspended);

    AsAgent.call(MANAGER, () -> Acts.of(LeaseCancellations.class).cancel(signed, "Erreur"));
    JobRun night = JobActs.run("ALLOCATION_CONDITIONS", LocalDate.now());

    assertThat(night.state()).as(night.failure()).isEqualTo(RunState.DONE);
    assertThat(row(suspended).status()).isEqualTo(ProposalStatus.CONDITIONAL);
    assertThat(row(suspended).conditionDeadline()).isEqualTo(LocalDate.now().plusDays(7));
  }

  /** It ended ten days ago, two days before its delay to answer did. */
  private static void tenDaysPass(long proposal) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update proposal set closed_on = current_date - 10, accepted_on = null,"
                        + " reply_deadline = current_date - 8 where id = ?",
                    proposal));
  }
}
