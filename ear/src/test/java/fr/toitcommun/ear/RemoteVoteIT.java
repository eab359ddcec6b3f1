package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.codes;
import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.CommissionActs.MAYOR;
import static fr.toitcommun.ear.CommissionActs.STATE;
import static fr.toitcommun.ear.CommissionActs.as;
import static fr.toitcommun.ear.CommissionActs.endVote;
import static fr.toitcommun.ear.CommissionActs.member;
import static fr.toitcommun.ear.CommissionActs.openVote;
import static fr.toitcommun.ear.CommissionActs.prepared;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.OTHER_LANDLORD;
import static fr.toitcommun.ear.LettingActs.convene;
import static fr.toitcommun.ear.LettingActs.decisions;
import static fr.toitcommun.ear.LettingActs.members;
import static fr.toitcommun.ear.LettingActs.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.commission.CommissionSeats;
import fr.toitcommun.ejb.commission.SeatView;
import fr.toitcommun.ejb.commission.SessionVotes;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.BallotLine;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.ItemVotes;
import fr.toitcommun.persistence.commission.SessionDetail;
import jakarta.ejb.EJBAccessException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Members vote from afar: on which dossiers, as long as it is open, and until it is recorded. */
@ExtendWith(ArquillianExtension.class)
class RemoteVoteIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        RemoteVoteIT.class, Acts.class, CommissionActs.class, LettingActs.class);
  }

  @Test
  void L_441_2_membersVoteFromAfarAndTheSecretaryRecordsWhatTheyDecided() throws Exception {
    CommissionActs.Prepared there = prepared();
    assertThat(as(STATE, () -> seats().mine())).noneMatch(s -> s.sessionId() == there.session());
    openVote(there.session());
    assertThat(as(STATE, () -> seats().mine()))
        .anyMatch(seat -> seat.sessionId() == there.session() && seat.open());

    SeatView seat = as(STATE, () -> seats().open(there.session()));
    assertThat(seat.dossier().session().items()).hasSize(1);
    assertThat(seat.dossier().sheets()).hasSize(3);
    assertThat(journalled(STATE, "CommissionSeats.open", there)).isPositive();
    List<BallotLine> holes = ballot(there);
    holes.get(1).setRank(3);
    assertThat(codes(STATE, vote(there, holes))).containsExactly("BALLOT_RANKS");
    List<BallotLine> bare = ballot(there);
    bare.get(2).setMotive(null);
    assertThat(codes(STATE, vote(there, bare))).containsExactly("REQUIRED");
    assertThat(codes(STATE, vote(there, ballot(there).subList(0, 2))))
        .containsExactly("BALLOT_INCOMPLETE");
    for (String member : List.of(LANDLORD, STATE, MAYOR)) {
      as(member, vote(there, ballot(there)));
    }
    as(
        MAYOR,
        () -> run(() -> seats().say(there.session(), there.itemId(), "Une école est à deux pas.")));

    ItemVotes seen = as(STATE, () -> seats().open(there.session())).votes().get(there.itemId());
    assertThat(seen.voters()).hasSize(3);
    assertThat(seen.results()).as("nobody is told before the end").isEmpty();
    assertThat(seen.messages())
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.author()).isEqualTo("Le maire");
              assertThat(said.words()).contains("école");
            });
    assertThat(codes(LANDLORD, confirm(there))).containsExactly("VOTE_NOT_OVER");
    endVote(there.session());
    assertThat(as(LANDLORD, confirm(there))).isEqualTo(3);
    SessionDetail decided = as(LANDLORD, () -> sessions().open(there.session()));
    assertThat(decided.items().get(0).candidates())
        .extracting(SessionDetail.Candidate::decision)
        .containsExactly(
            Decision.RANKED_ALLOCATION, Decision.RANKED_ALLOCATION, Decision.NON_ALLOCATION);
    assertThat(decided.items().get(0).candidates().get(2).motive()).isEqualTo("LOWER_RANK");
    assertThat(decided.attendees()).extracting(AttendeeForm::getAttendance).containsOnly("REMOTE");
    convene(LANDLORD, there.session(), decided.attendees());
    List<AttendeeForm> claimed = new ArrayList<>(decided.attendees());
    claimed.add(member("Une autre", "LANDLORD_MEMBER", LANDLORD, null));
    claimed.get(3).setAttendance("REMOTE");
    assertThat(
            codes(
                LANDLORD,
                () ->
                    run(
                        () ->
                            members()
                                .convene(
                                    there.session(),
                                    sessions().open(there.session()).version(),
                                    claimed))))
        .containsExactly("NOT_VOTED_FROM_AFAR");
    as(LANDLORD, () -> run(() -> decisions().close(there.session())));
  }

  @Test
  void R_441_2_6_aMemberOpensTheDossierOfTheirOwnSessionsWhileTheyAreVotedOnOnly()
      throws Exception {
    CommissionActs.Prepared there = prepared();
    for (String convened : List.of(LANDLORD, STATE, MAYOR)) {
      notThere(convened, there, "before the vote");
    }
    openVote(there.session());
    for (String convened : List.of(LANDLORD, STATE, MAYOR)) {
      assertThat(as(convened, () -> seats().open(there.session())).uniqueNumbers()).hasSize(3);
    }
    for (String stranger :
        List.of(
            OTHER_LANDLORD,
            "departement.44",
            "guichet.nantes",
            "commune.sans-guichet",
            "action.logement")) {
      notThere(stranger, there, "not convened");
    }
    for (String noSeat : List.of("adil.44", "gestionnaire")) {
      assertThatThrownBy(() -> as(noSeat, () -> seats().open(there.session())))
          .as(noSeat)
          .isInstanceOf(EJBAccessException.class);
    }
    as(STATE, vote(there, ballot(there)));
    assertThat(
            codes(
                LANDLORD,
                () ->
                    run(
                        () ->
                            members()
                                .convene(
                                    there.session(),
                                    sessions().open(there.session()).version(),
                                    List.of(member("Une autre", "LANDLORD_MEMBER", STATE, null))))))
        .containsExactly("ATTENDEE_HAS_VOTED");
    endVote(there.session());
    for (String convened : List.of(LANDLORD, STATE, MAYOR)) {
      notThere(convened, there, "after the vote");
    }
  }

  @Test
  void L_441_2_aMayorVotesOnTheirOwnMunicipalityOnly() throws Exception {
    CommissionActs.Prepared there = prepared();
    SessionDetail session = there.detail();
    session.attendees().get(2).setConcerns("44184");
    convene(LANDLORD, there.session(), session.attendees());
    openVote(there.session());
    assertThat(as(MAYOR, () -> seats().open(there.session())).votesOn()).isEmpty();
    assertThatThrownBy(() -> as(MAYOR, vote(there, ballot(there)))).isInstanceOf(NotInScope.class);
  }

  private static void notThere(String login, CommissionActs.Prepared there, String why) {
    for (Callable<?> act :
        List.<Callable<?>>of(
            () -> seats().open(there.session()),
            () -> seats().print(there.session(), Locale.FRENCH),
            vote(there, ballot(there)),
            () -> run(() -> seats().say(there.session(), there.itemId(), "x")))) {
      assertThatThrownBy(() -> as(login, act))
          .as(login + ", " + why)
          .isInstanceOf(NotInScope.class);
    }
  }

  /** The first candidate allocated, the second after it, the last refused. */
  private static List<BallotLine> ballot(CommissionActs.Prepared there) {
    List<BallotLine> lines = new ArrayList<>();
    for (SessionDetail.Candidate candidate : there.item().candidates()) {
      BallotLine line = BallotLine.of(candidate.candidateId());
      boolean last = candidate.position() == 3;
      line.setChoice(last ? "NON_ALLOCATION" : "ALLOCATION");
      line.setRank(last ? null : Integer.valueOf(candidate.position()));
      line.setMotive(last ? "LOWER_RANK" : null);
      lines.add(line);
    }
    return lines;
  }

  private static Callable<Void> vote(CommissionActs.Prepared there, List<BallotLine> lines) {
    return () -> run(() -> seats().vote(there.session(), there.itemId(), lines));
  }

  private static Callable<Integer> confirm(CommissionActs.Prepared there) {
    return () -> Acts.of(SessionVotes.class).confirm(there.session(), there.itemId());
  }

  private static CommissionSeats seats() {
    return Acts.of(CommissionSeats.class);
  }

  private static long journalled(String login, String act, CommissionActs.Prepared there) {
    return Acts.count(
        "select count(*) from journal_entry where login = ? and act = ? and outcome = 'READ' and"
            + " unique_numbers @> array[cast(? as text)]",
        login,
        act,
        there.item().candidates().get(0).uniqueNumber());
  }
}
