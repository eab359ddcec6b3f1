package fr.toitcommun.persistence.commission;

import static fr.toitcommun.persistence.commission.SessionCases.HELD;
import static fr.toitcommun.persistence.commission.SessionCases.candidates;
import static fr.toitcommun.persistence.commission.SessionCases.codes;
import static fr.toitcommun.persistence.commission.SessionCases.faults;
import static fr.toitcommun.persistence.commission.SessionCases.form;
import static fr.toitcommun.persistence.commission.SessionCases.member;
import static fr.toitcommun.persistence.commission.SessionCases.vacancy;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.commission.VoteTally.Result;
import fr.toitcommun.persistence.commission.VoteTally.Voice;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who takes part in a session, there or from afar, and who may sign for it. */
class SessionVoteTest {
  private static final LocalDateTime OPENS = HELD.minusDays(3).atTime(8, 0);
  private static final LocalDateTime CLOSES = HELD.minusDays(1).atTime(18, 0);
  private static final LocalDateTime NOW = HELD.minusDays(5).atTime(12, 0);

  private final CommissionSession session = SessionCases.session();

  @Test
  void R_441_9_aVoteFromAfarRunsFromItsOpeningUntilItsClosingExcluded() {
    assertThat(session.votesAt(OPENS)).isFalse();
    assertThat(session.voteOver(CLOSES)).isFalse();
    session.voteBetween(OPENS, CLOSES, NOW);
    assertThat(session.votesAt(OPENS.minusSeconds(1))).isFalse();
    assertThat(session.votesAt(OPENS)).isTrue();
    assertThat(session.votesAt(CLOSES.minusSeconds(1))).isTrue();
    assertThat(session.votesAt(CLOSES)).isFalse();
    assertThat(session.voteOver(CLOSES.minusSeconds(1))).isFalse();
    assertThat(session.voteOver(CLOSES)).isTrue();
    session.voteBetween(null, null, NOW);
    assertThat(session.votesAt(OPENS)).isFalse();
    assertThat(session.voteOver(CLOSES)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 2026-11-22T18:00, opensOn REQUIRED",
        "2026-11-20T08:00, -, closesOn REQUIRED",
        "2026-11-20T08:00, 2026-11-20T08:00, closesOn VOTE_PERIOD_EMPTY",
        "2026-11-10T08:00, 2026-11-18T12:00, closesOn VOTE_PERIOD_EMPTY",
        "2026-11-20T08:00, 2026-11-23T09:31, closesOn VOTE_AFTER_SESSION",
      })
  void R_441_9_aPeriodToVoteIsWholeToComeAndBeforeTheSession(
      LocalDateTime opens, LocalDateTime closes, String fault) {
    var found = faults(() -> session.voteBetween(opens, closes, NOW)).get(0);
    assertThat(found.field() + " " + found.code()).isEqualTo(fault);
    session.voteBetween(OPENS, session.heldAt(), NOW);
  }

  @Test
  void R_441_9_aVoteWhoseResultIsKnownIsNotHeldAgain() {
    session.requireVoteUnknown(NOW, true);
    session.voteBetween(OPENS, CLOSES, NOW);
    session.requireVoteUnknown(CLOSES.minusMinutes(1), true);
    session.requireVoteUnknown(CLOSES, false);
    assertThat(session.voteHeld(CLOSES.minusMinutes(1), true)).isFalse();
    assertThat(session.voteHeld(CLOSES, false)).isFalse();
    assertThat(session.voteHeld(CLOSES, true)).isTrue();
    assertThat(codes(() -> session.requireVoteUnknown(CLOSES, true))).containsExactly("VOTE_HELD");
  }

  @Test
  void R_441_9_onlyARecordedVoteSaysThatSomeoneVotedFromAfar() {
    List<AttendeeForm> claimed =
        List.of(member("Anne Le Bihan", "CONVENED"), member("Yves Péan", "REMOTE"));
    assertThat(faults(() -> session.convene(claimed, HELD)))
        .extracting(fault -> fault.field() + " " + fault.code())
        .containsExactly("attendees[1].attendance NOT_VOTED_FROM_AFAR");
    session.convene(List.of(member("Anne Le Bihan", "CONVENED")), HELD);
    session.voted(Collections.singleton(null));
    assertThat(codes(() -> session.convene(claimed, HELD)))
        .as("whoever else voted")
        .containsExactly("NOT_VOTED_FROM_AFAR");
    session.convene(List.of(member("Anne Le Bihan", "REMOTE")), HELD);
    session.convene(List.of(member("Anne Le Bihan", "ABSENT")), HELD);
    assertThat(codes(() -> session.convene(List.of(member("Anne Le Bihan", "REMOTE")), HELD)))
        .containsExactly("NOT_VOTED_FROM_AFAR");
  }

  @Test
  void R_441_9_aSessionIsNotMovedBeforeTheEndOfItsVote() {
    session.voteBetween(OPENS, CLOSES, NOW);
    assertThat(codes(() -> session.reschedule(CLOSES.minusMinutes(1), "Salle", HELD)))
        .containsExactly("VOTE_AFTER_SESSION");
    session.reschedule(CLOSES, "Salle", HELD);
  }

  @Test
  void R_441_9_theQuorumCountsDeliberativeVoicesThereRepresentedOrFromAfar() {
    CommissionItem item = session.add(vacancy());
    candidates(item, 3)
        .forEach(
            one -> session.decide(one, form(Decision.NON_ALLOCATION, null, "UNSUITED"), HELD, 3));
    AttendeeForm advisory = member("Luc Hervé", "PRESENT");
    advisory.setVoice("ADVISORY");
    session.convene(
        List.of(
            member("Anne Le Bihan", "PRESENT"),
            member("Fatoumata Traoré", "REPRESENTED"),
            member("Yves Péan", "ABSENT"),
            member("Solène Quéméneur", "CONVENED"),
            advisory),
        HELD);
    var lacking = faults(() -> SessionCases.close(session, 3)).get(0);
    assertThat(lacking.code()).isEqualTo("NO_QUORUM");
    assertThat(lacking.arguments()).containsExactly("2", "3", "1");
    // Before they are stored none has an identity: all are meant, and only who was convened moves.
    session.voted(Collections.singleton(null));
    SessionCases.close(session, 3);
    assertThat(session.isClosed()).isTrue();
    // The minutes are signed by a deliberative member who took part, under this name.
    session.requireMaySign("Anne Le Bihan");
    session.requireMaySign("Solène Quéméneur");
    for (String other : List.of("Yves Péan", "Luc Hervé", "Quelqu’un", "")) {
      assertThat(codes(() -> session.requireMaySign(other))).containsExactly("SIGNER_DID_NOT_SIT");
    }
  }

  /** Mayors of three municipalities are three voices, but one for each dwelling (L.441-2). */
  @Test
  void L_441_2_theQuorumIsThatOfEachDwellingNotOfTheSession() {
    for (int i = 0; i < 2; i++) {
      candidates(session.add(vacancy()), 3)
          .forEach(
              one -> session.decide(one, form(Decision.NON_ALLOCATION, null, "UNSUITED"), HELD, 3));
    }
    session.convene(
        List.of(
            member("Anne Le Bihan", "PRESENT"),
            member("Fatoumata Traoré", "PRESENT"),
            member("Yves Péan", "PRESENT")),
        HELD);
    CommissionItem first = session.items().get(0);
    var lacking =
        faults(
                () ->
                    session.close(
                        Instant.EPOCH,
                        HELD,
                        3,
                        3,
                        (item, one) -> item.equals(first) || one.maySign("Yves Péan")))
            .get(0);
    assertThat(lacking.code()).isEqualTo("NO_QUORUM");
    assertThat(lacking.arguments()).containsExactly("1", "3", "2");
    SessionCases.close(session, 3);
    assertThat(session.isClosed()).isTrue();
  }

  private void heldBesidesAPresident(String attendance, int voices) {
    candidates(session.add(vacancy()), 3)
        .forEach(
            one -> session.decide(one, form(Decision.NON_ALLOCATION, null, "UNSUITED"), HELD, 3));
    AttendeeForm president = member("Solène Quéméneur", attendance);
    president.setPresident(true);
    session.convene(List.of(member("Anne Le Bihan", "PRESENT"), president), HELD);
    SessionCases.close(session, voices);
  }

  @Test
  void R_441_9_thePresidentWhoTookPartSignsAndNobodyElse() {
    heldBesidesAPresident("REPRESENTED", 2);
    session.requireMaySign("Solène Quéméneur");
    assertThat(codes(() -> session.requireMaySign("Anne Le Bihan")))
        .containsExactly("PRESIDENT_SIGNS");
    assertThat(codes(() -> session.requireMaySign("Quelqu’un")))
        .containsExactly("SIGNER_DID_NOT_SIT");
  }

  @Test
  void R_441_9_withoutThePresidentWhoeverPresidedSigns() {
    heldBesidesAPresident("ABSENT", 1);
    session.requireMaySign("Anne Le Bihan");
  }

  @Test
  void R_441_9_minutesAreSignedOnceTheSessionIsClosed() {
    session.convene(List.of(member("Anne Le Bihan", "PRESENT")), HELD);
    assertThat(codes(() -> session.requireMaySign("Anne Le Bihan")))
        .containsExactly("SESSION_NOT_CLOSED");
  }

  /** Whom the list names again under name and capacity stays; the letter hangs on them. */
  @Test
  void whoStandsOnTheListAlreadyIsInvitedOnce() {
    session.add(vacancy());
    session.convene(List.of(member("Anne Le Bihan", "PRESENT")), HELD);
    session.invite(member("Anne Le Bihan", "CONVENED"));
    assertThat(quorum()).isEqualTo(1);
    AttendeeForm mayor = member("Anne Le Bihan", "PRESENT");
    mayor.setCapacity("MAYOR");
    session.invite(mayor);
    session.invite(member("Yves Péan", "PRESENT"));
    assertThat(quorum()).isEqualTo(3);
    session.convene(
        List.of(member("Yves Péan", "ABSENT"), member("Anne Le Bihan", "PRESENT")), HELD);
    assertThat(quorum()).isEqualTo(1);
  }

  @Test
  void R_441_9_ofACandidateNobodyVotedOnNothingIsProposed() {
    Map<Long, List<Voice>> votes = new LinkedHashMap<>();
    votes.put(1L, List.of(yes(1), yes(2), yes(3)));
    votes.put(2L, List.of());
    List<Result> results = VoteTally.of(votes, 3);
    assertThat(results.get(1).choice()).isNull();
    assertThat(results.get(1).decision()).isEmpty();
    assertThat(results.get(0).count("ALLOCATION")).isEqualTo(3);
    assertThat(results.get(0).count("NON_ALLOCATION")).isZero();
  }

  @Test
  void R_441_9_theRulesOfACommissionStateTheirDayAndKeepToTheirRange() {
    assertThat(new InternalRules(HELD, 1, false, true, 0).faults()).isEmpty();
    assertThat(new InternalRules(HELD, 20, false, true, 60).faults()).isEmpty();
    assertThat(new InternalRules(null, 0, false, true, -1).faults())
        .extracting(one -> one.field() + " " + one.code())
        .containsExactly(
            "rules_validFrom REQUIRED",
            "rules_quorum OUT_OF_RANGE",
            "rules_conveningDays OUT_OF_RANGE");
    assertThat(new InternalRules(HELD, 21, false, true, 61).faults()).hasSize(2);
    assertThat(new InternalRules(null, 3, false, true, 8).isAssumed()).isTrue();
    assertThat(new InternalRules(HELD, 3, false, true, 8).isAssumed()).isFalse();
    assertThat(new InternalRules(HELD, 3, false, true, 8).conveneBy(HELD))
        .isEqualTo(HELD.minusDays(8));
  }

  /** How many voices count, as the refusal of a quorum out of reach says. */
  private int quorum() {
    return Integer.parseInt(
        faults(() -> SessionCases.close(session, 99)).get(0).arguments().get(0));
  }

  private static Voice yes(long who) {
    return new Voice(who, RemoteChoice.ALLOCATION, 1, null, false);
  }
}
