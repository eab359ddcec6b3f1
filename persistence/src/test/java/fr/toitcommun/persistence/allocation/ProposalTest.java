package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProposalTest {
  private static final LocalDate MADE = LocalDate.of(2026, 2, 2);
  private static final LocalDate LAST = LocalDate.of(2026, 2, 12);

  @Test
  void R_441_10_theApplicantHasTenDaysToAccept() {
    Proposal proposal = proposal();
    assertThat(proposal.replyDeadline()).isEqualTo(LAST);
    assertThat(codes(() -> proposal.accept(LAST.plusDays(1), LAST.plusDays(2))))
        .containsExactly("ANSWER_AFTER_DEADLINE");
    proposal.accept(LAST, LAST.plusDays(2));
    assertThat(proposal.acceptedOn()).isEqualTo(LAST);
  }

  @Test
  void R_441_10_silenceIsARefusalOnceTheDeadlineIsPast() {
    Proposal proposal = proposal();
    assertThat(codes(() -> proposal.lapse(LAST))).containsExactly("ANSWER_STILL_POSSIBLE");
    proposal.lapse(LAST.plusDays(1));
    assertThat(proposal.status()).isEqualTo(ProposalStatus.LAPSED);
  }

  @Test
  void R_441_10_anAcceptedProposalDoesNotLapse() {
    Proposal proposal = proposal();
    proposal.accept(MADE, MADE);
    assertThat(codes(() -> proposal.lapse(LAST.plusDays(1))))
        .containsExactly("ANSWER_STILL_POSSIBLE");
  }

  @Test
  void aRefusalSaysWhyAndEndsTheProposal() {
    Proposal proposal = proposal();
    assertThat(codes(() -> proposal.refuse(null, null, MADE, MADE))).containsExactly("REQUIRED");
    assertThat(codes(() -> proposal.refuse("OTHER", " ", MADE, MADE))).containsExactly("REQUIRED");
    assertThat(codes(() -> proposal.refuse("TOO_SMALL", null, MADE.plusDays(3), MADE)))
        .containsExactly("ANSWER_DATE_IMPOSSIBLE");
    proposal.refuse("TOO_SMALL", null, MADE, MADE);
    assertThat(proposal.status()).isEqualTo(ProposalStatus.REFUSED);
    assertThat(codes(() -> proposal.accept(MADE, MADE))).containsExactly("PROPOSAL_CLOSED");
  }

  @Test
  void R_441_3_anAllocationOpensANewDelayToAnswer() {
    Proposal proposal = proposal();
    proposal.putOnAgenda();
    proposal.decide(ProposalStatus.ALLOCATED, LocalDate.of(2026, 3, 2), 10);
    assertThat(proposal.replyDeadline()).isEqualTo(LocalDate.of(2026, 3, 12));
  }

  @Test
  void onlyAnAllocationLeadsToALease() {
    Proposal proposal = proposal();
    assertThat(codes(() -> proposal.house(MADE))).containsExactly("PROPOSAL_TRANSITION");
    proposal.putOnAgenda();
    assertThat(codes(() -> proposal.house(MADE))).containsExactly("PROPOSAL_TRANSITION");
    proposal.decide(ProposalStatus.ALLOCATED, MADE, 10);
    proposal.house(MADE);
    assertThat(proposal.status()).isEqualTo(ProposalStatus.HOUSED);
  }

  @Test
  void whatHasEndedStaysEnded() {
    for (ProposalStatus end : ProposalStatus.values()) {
      if (!end.isOpen()
          && end != ProposalStatus.NOT_ALLOCATED
          && end != ProposalStatus.INADMISSIBLE) {
        for (ProposalStatus next : ProposalStatus.values()) {
          assertThat(end.allows(next)).as(end + " to " + next).isFalse();
        }
      }
    }
  }

  private static Proposal proposal() {
    return new Proposal(null, null, MADE, 10, 1);
  }

  private static List<String> codes(ThrowingCallable act) {
    return catchThrowableOfType(RefusedInput.class, act).faults().stream()
        .map(Fault::code)
        .toList();
  }
}
