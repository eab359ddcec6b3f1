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
  void anotherMotiveIsToldInWordsAndThatIsEnough() {
    Proposal proposal = proposal();
    proposal.refuse("OTHER", "La rue est bruyante", MADE, MADE);
    assertThat(proposal.status()).isEqualTo(ProposalStatus.REFUSED);
  }

  @Test
  void aLandlordTakesAProposalBackOnceAtMost() {
    Proposal proposal = proposal();
    proposal.withdraw(MADE);
    assertThat(proposal.status()).isEqualTo(ProposalStatus.WITHDRAWN);
    assertThat(codes(() -> proposal.withdraw(MADE))).containsExactly("PROPOSAL_TRANSITION");
  }

  @Test
  void L_441_2_whatACommissionAllocatedTheLandlordDoesNotTakeBack() {
    for (ProposalStatus decided :
        List.of(ProposalStatus.ALLOCATED, ProposalStatus.RANKED, ProposalStatus.CONDITIONAL)) {
      Proposal proposal = proposal();
      proposal.putOnAgenda();
      proposal.decide(decided, MADE);
      assertThat(codes(() -> proposal.withdraw(MADE))).containsExactly("ALLOCATED_BY_COMMISSION");
      assertThat(proposal.status()).isEqualTo(decided);
      proposal.withdrawWithDwelling(MADE);
      assertThat(proposal.status()).isEqualTo(ProposalStatus.WITHDRAWN);
    }
  }

  @Test
  void whoHadSaidYesBeforeTheLeaseSaidItThen() {
    Proposal proposal = proposal();
    proposal.putOnAgenda();
    proposal.decide(ProposalStatus.ALLOCATED, MADE);
    proposal.accept(MADE, MADE);
    proposal.house(MADE.plusDays(30));
    assertThat(proposal.acceptedOn()).isEqualTo(MADE);
    Proposal silent = proposal();
    silent.putOnAgenda();
    silent.decide(ProposalStatus.ALLOCATED, MADE);
    silent.house(MADE.plusDays(30));
    assertThat(silent.acceptedOn()).as("who signs says yes").isEqualTo(MADE.plusDays(30));
  }

  @Test
  void R_441_10_theFirstInRankHasTenDaysFromTheLetterAndNotFromTheSession() {
    Proposal first = proposal();
    first.putOnAgenda();
    first.decide(ProposalStatus.ALLOCATED, LocalDate.of(2026, 3, 2));
    assertThat(first.replyDeadline()).as("the delay of the proposal is over with it").isNull();
    assertThat(first.offeredByLetter(LocalDate.of(2026, 3, 3), 10))
        .as("nothing is offered before the session is closed")
        .isFalse();
    first.call(LocalDate.of(2026, 3, 16));
    assertThat(codes(() -> first.lapse(MADE.plusYears(1))))
        .containsExactly("PROPOSAL_NOT_NOTIFIED");
    assertThat(first.offeredByLetter(LocalDate.of(2026, 3, 17), 10)).isTrue();
    assertThat(first.replyDeadline()).isEqualTo(LocalDate.of(2026, 3, 27));
  }

  @Test
  void R_441_10_aLetterAfterAnOfferByHandGivesTheTenDaysThatItStates() {
    Proposal proposal = proposal();
    assertThat(proposal.offeredByLetter(MADE, 10)).as("the same day").isFalse();
    assertThat(proposal.replyDeadline()).isEqualTo(LAST);
    LocalDate later = LocalDate.of(2026, 2, 9);
    assertThat(proposal.offeredByLetter(later, 10)).isTrue();
    assertThat(proposal.notifiedOn()).isEqualTo(later);
    assertThat(proposal.replyDeadline()).isEqualTo(LocalDate.of(2026, 2, 19));
    proposal.accept(later, later);
    assertThat(proposal.offeredByLetter(later.plusDays(1), 10)).as("answered").isFalse();
  }

  @Test
  void R_441_10_aYesBeforeTheCommissionIsNoAnswerToItsOffer() {
    Proposal proposal = proposal();
    proposal.accept(MADE, MADE);
    proposal.putOnAgenda();
    proposal.decide(ProposalStatus.ALLOCATED, LocalDate.of(2026, 3, 2));
    assertThat(proposal.acceptedOn()).isNull();
    proposal.accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2));
    proposal.decide(ProposalStatus.RANKED, LocalDate.of(2026, 3, 2));
    assertThat(proposal.acceptedOn())
        .as("another rank does not undo a yes to the allocation")
        .isEqualTo(LocalDate.of(2026, 3, 2));
  }

  @Test
  void R_441_10_aYesSaidAtTheVisitIsNotRecordedAfterTheCall() {
    Proposal proposal = proposal();
    proposal.putOnAgenda();
    proposal.decide(ProposalStatus.ALLOCATED, LocalDate.of(2026, 3, 2));
    LocalDate called = LocalDate.of(2026, 3, 9);
    proposal.call(called);
    assertThat(codes(() -> proposal.accept(called.minusDays(1), called.plusDays(1))))
        .containsExactly("ANSWER_DATE_IMPOSSIBLE");
    proposal.accept(called, called.plusDays(1));
    assertThat(proposal.acceptedOn()).isEqualTo(called);
  }

  @Test
  void R_441_3_b_whoeverIsCalledAnswersTheirOwnOffer() {
    Proposal proposal = proposal();
    proposal.putOnAgenda();
    proposal.decide(ProposalStatus.RANKED, LocalDate.of(2026, 3, 2));
    proposal.awaitTurn();
    proposal.accept(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 3));
    proposal.call(LocalDate.of(2026, 3, 9));
    assertThat(proposal.acceptedOn()).isNull();
    assertThat(proposal.offeredByLetter(LocalDate.of(2026, 3, 10), 10)).isTrue();
    proposal.lapse(LocalDate.of(2026, 3, 21));
    assertThat(proposal.status()).isEqualTo(ProposalStatus.LAPSED);
  }

  @Test
  void onlyAnAllocationLeadsToALease() {
    Proposal proposal = proposal();
    assertThat(codes(() -> proposal.house(MADE))).containsExactly("PROPOSAL_TRANSITION");
    proposal.putOnAgenda();
    assertThat(codes(() -> proposal.house(MADE))).containsExactly("PROPOSAL_TRANSITION");
    proposal.decide(ProposalStatus.ALLOCATED, MADE);
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

  @Test
  void R_441_10_aRegisteredLetterCountsFromItsPresentation() {
    Proposal proposal = new Proposal(null, null, MADE, 10, 1, NotificationChannel.POST, 1);
    assertThat(proposal.replyDeadline()).isNull();
    assertThat(codes(() -> proposal.lapse(MADE.plusYears(1))))
        .containsExactly("PROPOSAL_NOT_NOTIFIED");
    assertThat(
            codes(
                () ->
                    proposal.recordNotification(
                        NotificationChannel.POST, MADE.minusDays(1), MADE, 10)))
        .containsExactly("NOTIFICATION_DATE_IMPOSSIBLE");
    // Presented on 21 April 2026: the tenth day is 1 May, a Friday off, so Monday 4 May.
    LocalDate presented = LocalDate.of(2026, 4, 21);
    proposal.recordNotification(NotificationChannel.POST, presented, presented, 10);
    assertThat(proposal.replyDeadline()).isEqualTo(LocalDate.of(2026, 5, 4));
    proposal.accept(presented, presented);
    assertThat(
            codes(
                () ->
                    proposal.recordNotification(
                        NotificationChannel.HAND, presented, presented, 10)))
        .containsExactly("PROPOSAL_ANSWERED");
  }

  @Test
  void R_441_3_b_R_441_10_whoComesLaterInRankHasADelayOfTheirOwnOnceTheyAreTold() {
    Proposal second = proposal();
    second.putOnAgenda();
    second.decide(ProposalStatus.RANKED, MADE);
    second.awaitTurn();
    assertThat(codes(() -> second.lapse(MADE.plusYears(1))))
        .containsExactly("PROPOSAL_NOT_NOTIFIED");
    second.call(LocalDate.of(2026, 3, 2));
    assertThat(second.calledOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(codes(() -> second.lapse(MADE.plusYears(1))))
        .containsExactly("PROPOSAL_NOT_NOTIFIED");
    assertThat(second.offeredByLetter(LocalDate.of(2026, 3, 1), 10))
        .as("a letter of before their turn says to wait")
        .isFalse();
    assertThat(second.replyDeadline()).isNull();
    assertThat(second.offeredByLetter(LocalDate.of(2026, 3, 4), 10)).isTrue();
    assertThat(second.replyDeadline()).isEqualTo(LocalDate.of(2026, 3, 16));
    // The same letter is posted some days after it was made.
    assertThat(second.offeredByLetter(LocalDate.of(2026, 3, 9), 10)).isTrue();
    assertThat(second.replyDeadline()).isEqualTo(LocalDate.of(2026, 3, 19));
  }

  @Test
  void R_441_3_b_nobodyIsToldNorSilentBeforeTheirTurn() {
    Proposal second = proposal();
    second.putOnAgenda();
    second.decide(ProposalStatus.RANKED, MADE);
    LocalDate late = MADE.plusYears(1);
    assertThat(codes(() -> second.recordNotification(NotificationChannel.HAND, MADE, MADE, 10)))
        .containsExactly("TURN_NOT_COME");
    assertThat(codes(() -> second.lapse(late))).containsExactly("PROPOSAL_NOT_NOTIFIED");
    assertThat(second.status()).isEqualTo(ProposalStatus.RANKED);
    second.call(MADE);
    second.recordNotification(NotificationChannel.HAND, MADE, MADE, 10);
    second.lapse(late);
    assertThat(second.status()).isEqualTo(ProposalStatus.LAPSED);
  }

  @Test
  void R_441_10_aRegisteredOfferOpensNoDelayWhenItIsMade() {
    Proposal proposal = new Proposal(null, null, MADE, 10, 1, NotificationChannel.POST, 1);
    assertThat(proposal.offeredByLetter(MADE, 10)).isFalse();
    assertThat(proposal.replyDeadline()).isNull();
    proposal.recordNotification(NotificationChannel.POST, MADE, MADE, 10);
    assertThat(proposal.offeredByLetter(MADE.plusDays(3), 10)).isFalse();
    assertThat(proposal.replyDeadline()).as("from its presentation").isEqualTo(LAST);
  }

  @Test
  void R_441_3_c_onlyASuspendedAllocationFallsWithItsCondition() {
    Proposal proposal = proposal();
    assertThat(codes(() -> proposal.dropCondition(MADE))).containsExactly("NO_CONDITION");
    proposal.putOnAgenda();
    proposal.decide(ProposalStatus.CONDITIONAL, MADE);
    proposal.dropCondition(MADE.plusDays(8));
    assertThat(proposal.status()).isEqualTo(ProposalStatus.LAPSED);
  }

  @Test
  void aSignatureByMistakeIsTakenBackAsIfItHadNotBeen() {
    Proposal proposal = proposal();
    proposal.putOnAgenda();
    proposal.decide(ProposalStatus.RANKED, MADE);
    assertThat(codes(() -> proposal.takeBackLease(ProposalStatus.RANKED, null, MADE)))
        .containsExactly("PROPOSAL_TRANSITION");
    proposal.house(MADE);
    proposal.takeBackLease(ProposalStatus.RANKED, null, MADE);
    assertThat(proposal.status()).isEqualTo(ProposalStatus.RANKED);
    assertThat(proposal.acceptedOn()).isNull();
    proposal.release(ReleaseReason.HOUSED_ELSEWHERE, MADE);
    proposal.takeBackRelease(ProposalStatus.RANKED, MADE);
    assertThat(proposal.status()).isEqualTo(ProposalStatus.RANKED);
  }

  @Test
  void R_441_10_aDelayThatRanOutWhileALeaseStoodByMistakeOpensAnewOnceTheyAreTold() {
    LocalDate signed = LAST.minusDays(2);
    LocalDate undone = LAST.plusDays(8);
    Proposal signer = ranked();
    signer.house(signed);
    signer.takeBackLease(ProposalStatus.RANKED, null, undone);
    Proposal released = ranked();
    released.release(ReleaseReason.HOUSED_ELSEWHERE, signed);
    assertThat(released.takeBackRelease(ProposalStatus.RANKED, undone)).isEqualTo(10);
    for (Proposal proposal : List.of(signer, released)) {
      assertThat(proposal.notifiedOn()).isNull();
      assertThat(codes(() -> proposal.lapse(undone))).containsExactly("PROPOSAL_NOT_NOTIFIED");
    }
  }

  @Test
  void R_441_10_aDelayThatStillRunsOrAYesStandAsTheyDid() {
    Proposal early = ranked();
    early.release(ReleaseReason.HOUSED_ELSEWHERE, MADE);
    early.takeBackRelease(ProposalStatus.RANKED, LAST);
    assertThat(early.replyDeadline()).isEqualTo(LAST);
    Proposal willing = ranked();
    willing.accept(MADE, MADE);
    willing.release(ReleaseReason.HOUSED_ELSEWHERE, MADE);
    willing.takeBackRelease(ProposalStatus.RANKED, LAST.plusDays(8));
    assertThat(willing.acceptedOn()).isEqualTo(MADE);
    assertThat(willing.notifiedOn()).isEqualTo(MADE);
  }

  private static Proposal ranked() {
    Proposal proposal = proposal();
    proposal.putOnAgenda();
    proposal.decide(ProposalStatus.RANKED, MADE);
    proposal.call(MADE);
    proposal.offeredByLetter(MADE, 10);
    return proposal;
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
