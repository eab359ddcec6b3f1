package fr.toitcommun.persistence.commission;

import static fr.toitcommun.persistence.commission.SessionCases.HELD;
import static fr.toitcommun.persistence.commission.SessionCases.candidates;
import static fr.toitcommun.persistence.commission.SessionCases.codes;
import static fr.toitcommun.persistence.commission.SessionCases.condition;
import static fr.toitcommun.persistence.commission.SessionCases.dwelling;
import static fr.toitcommun.persistence.commission.SessionCases.faults;
import static fr.toitcommun.persistence.commission.SessionCases.form;
import static fr.toitcommun.persistence.commission.SessionCases.member;
import static fr.toitcommun.persistence.commission.SessionCases.proposal;
import static fr.toitcommun.persistence.commission.SessionCases.vacancy;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.Fault;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agenda of a session, and what each line of it may say. */
class SessionAgendaTest {
  private final CommissionSession session = SessionCases.session();
  private final CommissionItem item = session.add(vacancy());

  @Test
  void R_441_9_nothingOfAClosedSessionChangesAnyMore() {
    List<ItemCandidate> three = candidates(item, 3);
    decideAll(three);
    close();
    List<ThrowingCallable> acts =
        List.of(
            () -> session.add(vacancy()),
            () -> session.remove(item),
            () -> session.move(item, 1),
            () -> session.addCandidate(item, proposal(item.vacancy())),
            () -> session.removeCandidate(three.get(0)),
            () -> session.moveCandidate(three.get(0), 1),
            () -> session.except(item, CandidateException.TOO_FEW_CANDIDATES, "x"),
            () -> session.convene(List.of(member("Luc Hervé", "CONVENED")), HELD),
            () -> session.invite(member("Luc Hervé", "CONVENED")),
            () -> session.voteBetween(null, null, HELD.atTime(8, 0)),
            () -> session.voted(List.of()),
            () -> session.reschedule(HELD.atTime(14, 0), "Salle", HELD),
            this::close);
    for (ThrowingCallable act : acts) {
      assertThat(codes(act)).containsExactly("SESSION_CLOSED");
    }
  }

  @Test
  void aSessionWithoutDwellingClosesNothing() {
    session.remove(item);
    assertThat(codes(this::close)).containsExactly("EMPTY_AGENDA");
  }

  @Test
  void aDwellingNoLongerToLetIsNotExamined() {
    Vacancy gone = vacancy();
    gone.withdraw("NOTICE_CANCELLED", HELD);
    assertThat(codes(() -> session.add(gone))).containsExactly("VACANCY_CLOSED");
  }

  @Test
  void aDwellingTakenOffLeavesItsCandidatesOpenUnlessOneIsDecided() {
    List<ItemCandidate> three = candidates(item, 3);
    session.remove(item);
    assertThat(three).extracting(one -> one.proposal().status()).containsOnly(ProposalStatus.OPEN);
    assertThat(item.candidates()).isEmpty();
    CommissionItem decided = session.add(vacancy());
    List<ItemCandidate> others = candidates(decided, 3);
    decide(others.get(1), form(Decision.ALLOCATION, null, null));
    assertThat(codes(() -> session.remove(decided))).containsExactly("CANDIDATE_DECIDED");
    assertThat(codes(() -> session.removeCandidate(others.get(1))))
        .containsExactly("CANDIDATE_DECIDED");
  }

  /** The fault names both places, as people read them: from one on. */
  @Test
  void placesOnTheAgendaGoFromOneWithoutHoles() {
    CommissionItem second = session.add(vacancy());
    CommissionItem third = session.add(vacancy());
    List<ItemCandidate> ofThird = candidates(third, 4);
    assertThat(undecided(third)).containsExactly("1", "3");
    session.moveCandidate(ofThird.get(3), -2);
    assertThat(third.candidates())
        .containsExactly(ofThird.get(0), ofThird.get(3), ofThird.get(1), ofThird.get(2));
    session.moveCandidate(ofThird.get(0), 9);
    assertThat(third.candidates())
        .containsExactly(ofThird.get(3), ofThird.get(1), ofThird.get(2), ofThird.get(0));
    decide(ofThird.get(3), form(Decision.ALLOCATION, null, null));
    assertThat(undecided(third)).containsExactly("2", "3");
    session.removeCandidate(ofThird.get(1));
    assertThat(undecided(third)).containsExactly("2", "3");
    session.move(third, -1);
    assertThat(session.items()).containsExactly(item, third, second);
    assertThat(undecided(third)).containsExactly("2", "2");
    session.move(third, 1);
    assertThat(session.items()).containsExactly(item, second, third);
    session.remove(item);
    assertThat(undecided(third)).containsExactly("2", "2");
  }

  @Test
  void R_441_3_theMinimumIsAskedOnceMoreWhenTheSessionCloses() {
    ItemCandidate only = candidates(item, 1).get(0);
    session.except(item, CandidateException.TOO_FEW_CANDIDATES, "Une seule demande");
    decide(only, form(Decision.ALLOCATION, null, null));
    session.except(item, CandidateException.NONE, null);
    assertThat(codes(this::close)).containsExactly("TOO_FEW_CANDIDATES");
  }

  @Test
  void R_441_3_noExceptionMakesUpForNobody() {
    session.except(item, CandidateException.TOO_FEW_CANDIDATES, "Personne");
    assertThat(codes(this::close)).containsExactly("NO_CANDIDATE");
  }

  @Test
  void D_331_25_1_anAdaptedPlaiDwellingIsAnException() {
    DwellingForm adapted = dwelling();
    adapted.setScheme("PLAI");
    adapted.setAdaptedPlai(true);
    CommissionItem plai = session.add(vacancy(adapted, "AUCUN"));
    ItemCandidate one = candidates(plai, 1).get(0);
    session.except(plai, CandidateException.ADAPTED_PLAI, null);
    decide(one, form(Decision.ALLOCATION, null, null));
    assertThat(one.decision()).isEqualTo(Decision.ALLOCATION);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, -1})
  void aRankGoesFromOneToNinetyNine(int rank) {
    List<ItemCandidate> three = candidates(item, 3);
    assertThat(codes(() -> decide(three.get(0), form(Decision.RANKED_ALLOCATION, rank, null))))
        .containsExactly("RANK_RANGE");
    decide(three.get(0), form(Decision.RANKED_ALLOCATION, 99, null));
    decide(three.get(1), form(Decision.RANKED_ALLOCATION, 1, null));
  }

  @Test
  void R_441_3_eachThingThatADecisionLacksIsNamedAtItsField() {
    ItemCandidate one = candidates(item, 3).get(0);
    assertThat(fields(() -> decide(one, form(null, null, null)))).containsExactly("decision");
    assertThat(fields(() -> decide(one, condition(1, " ", null))))
        .containsExactly("conditionText", "conditionDeadline");
    assertThat(fields(() -> decide(one, form(Decision.INADMISSIBILITY, null, null))))
        .containsExactly("motive");
    assertThat(fields(() -> decide(one, form(Decision.NON_ALLOCATION, null, "OTHER"))))
        .containsExactly("motiveDetail");
    assertThat(
            fields(
                () ->
                    decide(
                        one,
                        new DecisionForm(
                            Decision.NON_ALLOCATION,
                            null,
                            null,
                            null,
                            "UNSUITED",
                            null,
                            List.of("OTHER")))))
        .containsExactly("motiveDetail");
    assertThat(
            codes(
                () ->
                    decide(
                        one,
                        new DecisionForm(
                            Decision.INADMISSIBILITY,
                            null,
                            null,
                            null,
                            "IRRRES",
                            null,
                            List.of("UNSUITED")))))
        .containsExactly("INADMISSIBILITY_MOTIVE");
  }

  @Test
  void R_441_3_c_aConditionMayEndOnTheDayOfTheSession() {
    decide(candidates(item, 3).get(0), condition(1, "Avis d’imposition", HELD));
  }

  /** What belonged to another decision goes with it. */
  @Test
  void R_441_3_aDecisionThatReplacesAnotherLeavesNothingOfIt() {
    List<ItemCandidate> three = candidates(item, 3);
    ItemCandidate one = three.get(0);
    decide(one, condition(3, "Avis d’imposition", HELD.plusDays(9)));
    assertThat(one.order()).isEqualTo(3);
    decide(
        one, new DecisionForm(Decision.ALLOCATION, 5, "Avis", HELD.plusDays(9), "UNSUITED", null));
    assertThat(one.order()).as("an allocation without order is the first").isEqualTo(1);
    assertThat(one.motive()).isNull();
    assertThat(codes(() -> one.meetCondition(HELD))).containsExactly("NO_CONDITION");
    decide(one, form(Decision.NON_ALLOCATION, 4, "UNSUITED"));
    assertThat(one.order()).isEqualTo(1);
    assertThat(one.motive()).isEqualTo("UNSUITED");
    decide(one, form(Decision.RANKED_ALLOCATION, 2, null));
    assertThat(one.motive()).isNull();
    decide(three.get(1), condition(1, "Jugement", HELD.plusDays(4)));
    decide(three.get(2), form(Decision.NON_ALLOCATION, null, "UNSUITED"));
    close();
    assertThat(faults(() -> three.get(1).requireMaySign(item.candidates())).get(0).arguments())
        .containsExactly(HELD.plusDays(4).toString());
  }

  @Test
  void aSessionMovedToADayThatHasComeKeepsItsPresence() {
    decideAll(candidates(item, 3));
    session.convene(List.of(member("Anne Le Bihan", "PRESENT")), HELD);
    session.reschedule(HELD.minusDays(3).atTime(9, 0), "Salle", HELD);
    assertThat(session.heldAt()).isEqualTo(HELD.minusDays(3).atTime(9, 0));
    SessionCases.close(session, 1);
    assertThat(session.isClosed()).isTrue();
  }

  private List<String> undecided(CommissionItem of) {
    return faults(of::requireComplete).get(0).arguments();
  }

  private void decideAll(List<ItemCandidate> candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      decide(candidates.get(i), form(Decision.RANKED_ALLOCATION, i + 1, null));
    }
  }

  private void decide(ItemCandidate candidate, DecisionForm form) {
    session.decide(candidate, form, HELD, 3);
  }

  private void close() {
    SessionCases.close(session, 0);
  }

  private static List<String> fields(ThrowingCallable act) {
    return faults(act).stream().map(Fault::field).toList();
  }
}
