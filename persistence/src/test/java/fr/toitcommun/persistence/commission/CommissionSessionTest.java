package fr.toitcommun.persistence.commission;

import static fr.toitcommun.persistence.commission.SessionCases.HELD;
import static fr.toitcommun.persistence.commission.SessionCases.codes;
import static fr.toitcommun.persistence.commission.SessionCases.form;
import static fr.toitcommun.persistence.commission.SessionCases.vacancy;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommissionSessionTest {
  private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");

  private final CommissionSession session = SessionCases.session();
  private final Vacancy vacancy = vacancy();
  private final CommissionItem item = session.add(vacancy);

  @Test
  void R_441_3_fewerThanThreeDemandsAreNotExaminedWithoutAnException() {
    ItemCandidate first = candidate();
    candidate();
    assertThat(codes(() -> decide(first, allocation()))).containsExactly("TOO_FEW_CANDIDATES");
    assertThat(codes(() -> session.except(item, CandidateException.TOO_FEW_CANDIDATES, " ")))
        .containsExactly("REQUIRED");
    session.except(item, CandidateException.TOO_FEW_CANDIDATES, "Deux demandes pour cette commune");
    decide(first, allocation());
    assertThat(first.proposal().status()).isEqualTo(ProposalStatus.ALLOCATED);
  }

  @Test
  void R_441_3_theOtherExceptionsMustBeTrue() {
    candidate();
    assertThat(codes(() -> session.except(item, CandidateException.DALO_DESIGNATION, null)))
        .containsExactly("NO_DALO_CANDIDATE");
    assertThat(codes(() -> session.except(item, CandidateException.ADAPTED_PLAI, null)))
        .containsExactly("NOT_ADAPTED_PLAI");
  }

  @Test
  void R_441_3_eachOfTheFiveDecisionsHasWhatItNeeds() {
    List<ItemCandidate> five = candidates(5);
    decide(five.get(0), allocation());
    assertThat(codes(() -> decide(five.get(1), form(Decision.RANKED_ALLOCATION, null, null))))
        .containsExactly("REQUIRED");
    decide(five.get(1), form(Decision.RANKED_ALLOCATION, 2, null));
    assertThat(
            codes(
                () ->
                    decide(
                        five.get(2),
                        new DecisionForm(
                            Decision.CONDITIONAL_ALLOCATION,
                            3,
                            "Avis d’imposition",
                            HELD.minusDays(1),
                            null,
                            null))))
        .containsExactly("CONDITION_DEADLINE_PAST");
    decide(
        five.get(2),
        new DecisionForm(
            Decision.CONDITIONAL_ALLOCATION,
            3,
            "Avis d’imposition",
            HELD.plusDays(15),
            null,
            null));
    assertThat(codes(() -> decide(five.get(3), form(Decision.NON_ALLOCATION, null, null))))
        .containsExactly("REQUIRED");
    decide(five.get(3), form(Decision.NON_ALLOCATION, null, "UNSUITED"));
    assertThat(codes(() -> decide(five.get(4), form(Decision.INADMISSIBILITY, null, "UNSUITED"))))
        .containsExactly("INADMISSIBILITY_MOTIVE");
    decide(five.get(4), form(Decision.INADMISSIBILITY, null, "IRRRES"));
    assertThat(five)
        .extracting(c -> c.proposal().status())
        .containsExactly(
            ProposalStatus.ALLOCATED,
            ProposalStatus.RANKED,
            ProposalStatus.CONDITIONAL,
            ProposalStatus.NOT_ALLOCATED,
            ProposalStatus.INADMISSIBLE);
  }

  @Test
  void R_441_9_aSessionClosesOnlyWithItsQuorumAndEveryDecision() {
    List<ItemCandidate> three = candidates(3);
    decide(three.get(0), allocation());
    decide(three.get(1), form(Decision.RANKED_ALLOCATION, 2, null));
    assertThat(codes(this::close)).containsExactly("NO_QUORUM");
    session.convene(List.of(present(), present(), present()), HELD);
    assertThat(codes(this::close)).containsExactly("CANDIDATE_NOT_DECIDED");
    decide(three.get(2), form(Decision.RANKED_ALLOCATION, 4, null));
    assertThat(codes(this::close)).containsExactly("RANKS_WITH_HOLES");
    decide(three.get(2), form(Decision.RANKED_ALLOCATION, 3, null));
    close();
    assertThat(codes(() -> decide(three.get(0), form(Decision.NON_ALLOCATION, null, "UNSUITED"))))
        .containsExactly("SESSION_CLOSED");
  }

  @Test
  void R_441_9_nothingIsDecidedAttendedOrClosedBeforeTheDay() {
    List<ItemCandidate> three = candidates(3);
    LocalDate eve = HELD.minusDays(1);
    assertThat(codes(() -> session.decide(three.get(0), allocation(), eve, 3)))
        .containsExactly("SESSION_NOT_YET_HELD");
    assertThat(codes(() -> session.convene(List.of(present()), eve)))
        .containsExactly("PRESENT_BEFORE_SESSION");
    assertThat(codes(() -> session.close(NOW, eve, 3, 0, (item, one) -> true)))
        .containsExactly("SESSION_NOT_YET_HELD");
  }

  @Test
  void R_441_10_aMovedSessionTakesItsDecisionsAlongAndBeginsNoDelay() {
    List<ItemCandidate> three = candidates(3);
    decide(three.get(0), allocation());
    decide(three.get(1), form(Decision.NON_ALLOCATION, null, "UNSUITED"));
    assertThat(codes(() -> session.reschedule(HELD.plusDays(1).atTime(9, 0), "Salle", HELD)))
        .containsExactly("DECIDED_SESSION_TO_COME");
    LocalDate really = HELD.minusDays(3);
    assertThat(session.reschedule(really.atTime(9, 0), "Salle", HELD))
        .containsExactly(three.get(0), three.get(1));
    assertThat(three.get(0).proposal().replyDeadline()).isNull();
    assertThat(session.reschedule(really.atTime(14, 0), "Salle", HELD)).isEmpty();
    // What followed from a decision stays as it is.
    three.get(0).proposal().refuse("TOO_SMALL", null, HELD, HELD);
    assertThat(session.reschedule(HELD.atTime(9, 0), "Salle", HELD)).containsExactly(three.get(1));
    assertThat(three.get(0).proposal().status()).isEqualTo(ProposalStatus.REFUSED);
  }

  @Test
  void onceMovedToADayToComeNobodyIsPresentAnyMore() {
    List<ItemCandidate> three = candidates(3);
    session.convene(List.of(present(), present(), present()), HELD);
    session.reschedule(HELD.plusDays(2).atTime(9, 0), "Salle", HELD);
    session.reschedule(HELD.atTime(9, 0), "Salle", HELD);
    decide(three.get(0), allocation());
    assertThat(codes(this::close)).containsExactly("NO_QUORUM");
  }

  @Test
  void R_441_3_b_theNextInRankSignsOnlyWhenTheBetterOneRefused() {
    List<ItemCandidate> three = candidates(3);
    decide(three.get(0), form(Decision.RANKED_ALLOCATION, 1, null));
    decide(three.get(1), form(Decision.RANKED_ALLOCATION, 2, null));
    decide(three.get(2), form(Decision.NON_ALLOCATION, null, "UNSUITED"));
    assertThat(codes(() -> three.get(0).requireMaySign(item.candidates())))
        .containsExactly("SESSION_NOT_CLOSED");
    session.convene(List.of(present(), present(), present()), HELD);
    close();
    three.get(0).requireMaySign(item.candidates());
    assertThat(codes(() -> three.get(1).requireMaySign(item.candidates())))
        .containsExactly("BETTER_RANK_FIRST");
    assertThat(codes(() -> three.get(2).requireMaySign(item.candidates())))
        .containsExactly("NOT_ALLOCATED");
    three.get(0).proposal().refuse("TOO_SMALL", null, HELD, HELD);
    three.get(1).requireMaySign(item.candidates());
  }

  @Test
  void R_441_3_b_whomALaterSessionAllocatesTheDwellingComesAfterThoseOfTheFirst() {
    ItemCandidate first = closedWithOneAllocated(session, item);
    CommissionSession later = new CommissionSession(1, HELD.plusDays(7).atTime(9, 30), "Salle");
    CommissionItem again = later.add(vacancy);
    ItemCandidate second = closedWithOneAllocated(later, again);
    List<ItemCandidate> both = List.of(second, first);
    first.requireMaySign(both);
    assertThat(codes(() -> second.requireMaySign(both))).containsExactly("BETTER_RANK_FIRST");
    first.proposal().refuse("TOO_SMALL", null, HELD, HELD);
    second.requireMaySign(both);
  }

  /** Whoever left the first session undecided is before the second one alone. */
  @Test
  void R_441_3_b_whomASessionDidNotDecideOnHasNoTurnFromIt() {
    CommissionItem undecided = session.add(vacancy());
    ItemCandidate left = SessionCases.candidates(undecided, 1).get(0);
    CommissionSession later = new CommissionSession(1, HELD.plusDays(7).atTime(9, 30), "Salle");
    ItemCandidate first = closedWithOneAllocated(later, later.add(undecided.vacancy()));
    left.proposal().decide(ProposalStatus.RANKED, HELD);
    first.requireMaySign(List.of(left, first));
  }

  private static ItemCandidate closedWithOneAllocated(CommissionSession of, CommissionItem item) {
    ItemCandidate one = SessionCases.candidates(item, 1).get(0);
    LocalDate day = of.heldOn();
    of.decide(one, allocation(), day, 1);
    of.close(NOW, day, 1, 0, (agenda, attendee) -> true);
    return one;
  }

  @Test
  void R_441_3_b_twoSessionsDoNotRankForOneDwellingAtATime() {
    new DwellingExamined(null, 0).requireDone();
    assertThat(codes(() -> new DwellingExamined(HELD, 0).requireDone()))
        .containsExactly("DWELLING_ON_ANOTHER_AGENDA");
    assertThat(codes(() -> new DwellingExamined(null, 2).requireDone()))
        .containsExactly("DWELLING_ALLOCATED");
  }

  @Test
  void R_441_3_aLeaseIsNotOlderThanTheAllocationNorThanTheTurnOfALaterRank() {
    List<ItemCandidate> three = candidates(3);
    decide(three.get(0), form(Decision.RANKED_ALLOCATION, 1, null));
    decide(three.get(1), form(Decision.RANKED_ALLOCATION, 2, null));
    three.get(0).requireSignedSinceAllocation(HELD, HELD);
    assertThat(
            SessionCases.faults(
                () -> three.get(0).requireSignedSinceAllocation(HELD.minusDays(1), HELD)))
        .containsExactly(Fault.at("signedOn", "DATE_OUT_OF_RANGE", HELD, HELD));
    LocalDate called = HELD.plusDays(5);
    three.get(1).proposal().call(called);
    three.get(1).requireSignedSinceAllocation(called, called);
    assertThat(codes(() -> three.get(1).requireSignedSinceAllocation(called.minusDays(1), called)))
        .containsExactly("DATE_OUT_OF_RANGE");
  }

  @Test
  void R_441_3_c_aConditionalAllocationSignsOnceTheDocumentIsThere() {
    List<ItemCandidate> three = candidates(3);
    decide(
        three.get(0),
        new DecisionForm(
            Decision.CONDITIONAL_ALLOCATION,
            1,
            "Avis d’imposition",
            HELD.plusDays(15),
            null,
            null));
    decide(three.get(1), form(Decision.NON_ALLOCATION, null, "UNSUITED"));
    decide(three.get(2), form(Decision.NON_ALLOCATION, null, "UNSUITED"));
    session.convene(List.of(present(), present(), present()), HELD);
    close();
    assertThat(codes(() -> three.get(0).requireMaySign(item.candidates())))
        .containsExactly("CONDITION_NOT_MET");
    assertThat(codes(() -> three.get(0).meetCondition(HELD.plusDays(16))))
        .containsExactly("CONDITION_TOO_LATE");
    three.get(0).meetCondition(HELD.plusDays(15));
    three.get(0).requireMaySign(item.candidates());
  }

  @Test
  void R_441_3_c_aDocumentIsTakenForAFinalDecisionThatStillAwaitsIt() {
    List<ItemCandidate> three = candidates(3);
    ItemCandidate one = three.get(0);
    decide(one, SessionCases.condition(1, "Avis d’imposition", HELD.plusDays(15)));
    assertThat(codes(() -> one.meetCondition(HELD)))
        .as("another decision may replace it, with another condition")
        .containsExactly("SESSION_NOT_CLOSED");
    decide(three.get(1), form(Decision.NON_ALLOCATION, null, "UNSUITED"));
    decide(three.get(2), form(Decision.NON_ALLOCATION, null, "UNSUITED"));
    session.convene(List.of(present(), present(), present()), HELD);
    close();
    one.proposal().refuse("TOO_SMALL", null, HELD, HELD);
    assertThat(codes(() -> one.meetCondition(HELD))).containsExactly("NO_CONDITION");
  }

  @Test
  void R_441_2_8_aCorrectionBringsNobodyBackWhoLeftTheFile() {
    List<ItemCandidate> three = candidates(3);
    ItemCandidate one = three.get(0);
    decide(one, form(Decision.NON_ALLOCATION, null, "UNSUITED"));
    one.proposal().demand().satisfy(HELD);
    assertThat(codes(() -> decide(one, allocation()))).containsExactly("DEMAND_NOT_ACTIVE");
    assertThat(one.decision()).isEqualTo(Decision.NON_ALLOCATION);
    decide(one, form(Decision.NON_ALLOCATION, null, "UNPAID_RENT"));
  }

  @Test
  void R_441_3_aDwellingLetMeanwhileIsAllocatedToNobody() {
    List<ItemCandidate> three = candidates(3);
    decide(three.get(0), form(Decision.NON_ALLOCATION, null, "UNSUITED"));
    vacancy.let();
    assertThat(codes(() -> decide(three.get(0), allocation()))).containsExactly("VACANCY_CLOSED");
    assertThat(codes(() -> decide(three.get(1), allocation()))).containsExactly("VACANCY_CLOSED");
  }

  @Test
  void R_441_3_c_theDaysALeaseByMistakeTookAreMadeUpForUntilTheDocumentIsThere() {
    List<ItemCandidate> three = candidates(3);
    decide(three.get(0), SessionCases.condition(1, "Avis d’imposition", HELD.plusDays(15)));
    decide(three.get(1), form(Decision.NON_ALLOCATION, null, "UNSUITED"));
    decide(three.get(2), form(Decision.NON_ALLOCATION, null, "UNSUITED"));
    session.convene(List.of(present(), present(), present()), HELD);
    close();
    three.get(0).makeUpFor(10);
    assertThat(codes(() -> three.get(0).meetCondition(HELD.plusDays(26))))
        .containsExactly("CONDITION_TOO_LATE");
    three.get(0).meetCondition(HELD.plusDays(25));
    three.get(0).makeUpFor(10);
    assertThat(three.get(0).conditionUntil()).isEqualTo(HELD.plusDays(25));
    three.get(1).makeUpFor(10);
    assertThat(three.get(1).conditionUntil()).isNull();
  }

  @Test
  void theAgendaKeepsItsOrderWithoutHoles() {
    CommissionItem second = session.add(vacancy());
    CommissionItem third = session.add(vacancy());
    session.move(third, -2);
    assertThat(session.items()).containsExactly(third, item, second);
    session.remove(item);
    assertThat(session.items()).containsExactly(third, second);
    assertThat(codes(() -> session.add(second.vacancy())))
        .containsExactly("DWELLING_ALREADY_ON_AGENDA");
  }

  @Test
  void aCandidateTakenOffIsAnOpenProposalAgain() {
    ItemCandidate candidate = candidate();
    session.removeCandidate(candidate);
    assertThat(candidate.proposal().status()).isEqualTo(ProposalStatus.OPEN);
    assertThat(item.candidates()).isEmpty();
  }

  private void decide(ItemCandidate candidate, DecisionForm form) {
    session.decide(candidate, form, HELD, 3);
  }

  private void close() {
    session.close(NOW, HELD, 3, 3, (item, one) -> true);
  }

  private List<ItemCandidate> candidates(int count) {
    return SessionCases.candidates(item, count);
  }

  private ItemCandidate candidate() {
    return SessionCases.candidates(item, 1).get(0);
  }

  private static DecisionForm allocation() {
    return form(Decision.ALLOCATION, null, null);
  }

  private static AttendeeForm present() {
    return SessionCases.member("Anne Le Bihan", "PRESENT");
  }
}
