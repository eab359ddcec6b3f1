package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.codes;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.OTHER_LANDLORD;
import static fr.toitcommun.ear.LettingActs.allocated;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.files;
import static fr.toitcommun.ear.LettingActs.lease;
import static fr.toitcommun.ear.LettingActs.leases;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.row;
import static fr.toitcommun.ear.LettingActs.satisfied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.allocation.Commitments;
import fr.toitcommun.ejb.allocation.LeaseCancellations;
import fr.toitcommun.persistence.allocation.LeaseData;
import fr.toitcommun.persistence.allocation.LeaseUndoing;
import fr.toitcommun.persistence.allocation.ProposalNotice;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.registration.DemandFile;
import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lease: confirmed as things are, and undone with everything put back. */
@ExtendWith(ArquillianExtension.class)
class LeasesIT {
  private static final String MANAGER = "gestionnaire";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(LeasesIT.class, Acts.class, LettingActs.class);
  }

  @Test
  void R_441_2_8_aSignatureByMistakeIsUndoneByTheManagerWithEverythingPutBack() throws Exception {
    long mine = declare(LANDLORD);
    long theirs = declare(OTHER_LANDLORD);
    List<String> numbers = candidates(mine, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(mine, numbers));
    long elsewhere =
        AsAgent.call(OTHER_LANDLORD, () -> proposals().propose(theirs, List.of(numbers.get(0))))
            .get(0);
    long proposal = allocated(LANDLORD, mine, numbers.get(0));
    DemandFile before = AsAgent.call(LANDLORD, () -> files().open(numbers.get(0)));
    long satisfied = satisfied();
    long counted = committed();
    long signed = AsAgent.call(LANDLORD, () -> leases().sign(proposal, lease()));
    assertThat(satisfied()).isEqualTo(satisfied + 1);
    assertThat(committed()).isEqualTo(counted + 1);
    assertThat(AsAgent.call(OTHER_LANDLORD, () -> proposals().notices()).rows())
        .anyMatch(
            notice ->
                notice.proposalId() == elsewhere
                    && notice.kind() == ProposalNotice.Kind.HOUSED_ELSEWHERE);

    assertThatThrownBy(() -> AsAgent.call(LANDLORD, () -> undo().cancel(signed, "erreur")))
        .isInstanceOf(EJBAccessException.class);
    assertThat(codes(MANAGER, () -> undo().cancel(signed, " "))).containsExactly("REQUIRED");
    LeaseUndoing done = AsAgent.call(MANAGER, () -> undo().cancel(signed, "Erreur de candidat"));

    assertThat(done.letter()).isEqualTo(LeaseUndoing.Letter.ANNULLED);
    assertThat(done.lost()).isEmpty();
    DemandFile after = AsAgent.call(LANDLORD, () -> files().open(numbers.get(0)));
    assertThat(after.cancelledOn()).isNull();
    assertThat(after.initialDepositDate()).isEqualTo(before.initialDepositDate());
    assertThat(after.validUntil()).isEqualTo(before.validUntil());
    assertThat(after.events().stream().map(event -> event.kind().name()))
        .contains("HOUSED", "LEASE_CANCELLED");
    assertThat(row(proposal).status()).isEqualTo(ProposalStatus.RANKED);
    assertThat(row(proposal).maySign()).isTrue();
    assertThat(Acts.text("select status from proposal where id = " + elsewhere)).isEqualTo("OPEN");
    assertThat(Acts.text("select status from vacancy where id = " + mine)).isEqualTo("OPEN");
    assertThat(satisfied()).isEqualTo(satisfied);
    assertThat(committed()).isEqualTo(counted);
    assertThat(
            Acts.count(
                "select count(*) from letter l join demand d on d.id = l.demand_id where"
                    + " d.unique_number = ? and l.kind = 'CANCELLED'",
                numbers.get(0)))
        .isZero();
    assertThat(
            Acts.count(
                "select count(*) from candidate_wish w join demand d on d.id = w.demand_id where"
                    + " d.unique_number = ?",
                numbers.get(0)))
        .isPositive();
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = 'gestionnaire' and act ="
                    + " 'LeaseCancellations.cancel' and ? = any(unique_numbers)",
                numbers.get(0)))
        .isEqualTo(1);
    assertThat(codes(MANAGER, () -> undo().cancel(signed, "encore")))
        .containsExactly("LEASE_CANCELLED");
    // And the right one may sign now: the same once more, with a letter of its own.
    AsAgent.call(LANDLORD, () -> leases().sign(proposal, lease()));
    assertThat(
            Acts.count(
                "select count(*) from letter l join demand d on d.id = l.demand_id where"
                    + " d.unique_number = ? and l.kind = 'CANCELLED'",
                numbers.get(0)))
        .isEqualTo(1);
  }

  @Test
  void theSituationIsConfirmedAsItIsNotAsItWasShown() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long proposal = allocated(LANDLORD, vacancy, numbers.get(0));
    int version = AsAgent.call(LANDLORD, () -> files().open(numbers.get(0))).version();
    assertThat(codes(LANDLORD, () -> leases().sign(proposal, data(false, version))))
        .containsExactly("SITUATION_TO_CONFIRM");
    assertThat(codes(LANDLORD, () -> leases().sign(proposal, data(true, version - 1))))
        .containsExactly("SITUATION_CHANGED");
    AsAgent.call(LANDLORD, () -> leases().sign(proposal, data(true, version)));
    assertThat(
            Acts.count(
                "select count(*) from lease where proposal_id = ? and household_size > 0 and"
                    + " landlord_id is not null and municipality_code = '44109' and proposals_made"
                    + " >= 1 and quartile_threshold > 0 and situation_confirmed_by is not null",
                proposal))
        .isEqualTo(1);
  }

  private static LeaseData data(Boolean confirmed, Integer version) {
    return new LeaseData(LocalDate.now(), false, "AUCUN", "NON", "AUCUN", null, confirmed, version);
  }

  private static long committed() throws Exception {
    return AsAgent.call(MANAGER, () -> commitments().view(null, null, null)).leases();
  }

  private static Commitments commitments() {
    return Acts.of(Commitments.class);
  }

  private static LeaseCancellations undo() {
    return Acts.of(LeaseCancellations.class);
  }
}
