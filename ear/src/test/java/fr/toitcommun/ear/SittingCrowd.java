package fr.toitcommun.ear;

import fr.toitcommun.ejb.allocation.OfferLetters;
import fr.toitcommun.ejb.commission.CommissionSeats;
import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.commission.DecisionLetters;
import fr.toitcommun.ejb.commission.SeatView;
import fr.toitcommun.ejb.commission.SessionAgenda;
import fr.toitcommun.ejb.commission.SessionDecisions;
import fr.toitcommun.ejb.commission.SessionMembers;
import fr.toitcommun.ejb.commission.SessionVotes;
import fr.toitcommun.ejb.registration.letter.Mailings;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.BallotLine;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.DecisionForm;
import fr.toitcommun.persistence.commission.SessionAttendee;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What one of a crowd does with a session beside deciding: corrects, votes, writes, moves. Sessions
 * that are decided are of today, and votes end before them: from 23:58 on, and over midnight, a
 * crowd votes no more.
 */
final class SittingCrowd {
  private static final LocalTime SITTING = LocalTime.of(23, 59);
  private static final LocalTime END_OF_VOTE = SITTING.minusMinutes(1);
  private static final int MOST_TRIES = 5;

  private final LettingCrowd one;
  private final Random dice;

  SittingCrowd(LettingCrowd one, Random dice) {
    this.one = one;
    this.dice = dice;
  }

  /** Boundaries, found where names can be looked up. */
  static void find() {
    for (Class<?> boundary :
        List.of(
            CommissionSeats.class,
            CommissionSessions.class,
            DecisionLetters.class,
            OfferLetters.class,
            SessionDecisions.class,
            SessionMembers.class,
            SessionVotes.class,
            Mailings.class)) {
      Acts.of(boundary);
    }
  }

  /** A session that ends with the day, and its three members who can vote from afar. */
  Object plan(List<String> landlords) {
    long session = Acts.of(CommissionSessions.class).plan(at(LocalDate.now()));
    List<AttendeeForm> people = new ArrayList<>(open(session).attendees());
    for (String login : landlords) {
      AttendeeForm member = new AttendeeForm();
      member.setName("Membre " + login);
      member.setCapacity("LANDLORD_MEMBER");
      member.setAgentId(one.agent(login));
      people.add(member);
    }
    Acts.of(SessionMembers.class).convene(session, open(session).version(), people);
    return session;
  }

  private static SessionForm at(LocalDate day) {
    SessionForm form = new SessionForm();
    form.setHeldAt(day.atTime(SITTING));
    form.setPlace(LettingCrowd.PLACE);
    return form;
  }

  private static SessionDetail open(long session) {
    return Acts.of(CommissionSessions.class).open(session);
  }

  Object reschedule() {
    Long session = one.session();
    if (session != null) {
      Acts.of(CommissionSessions.class)
          .reschedule(session, at(LocalDate.now().minusDays(dice.nextInt(3))));
    }
    return session;
  }

  /** So many work on one session that it has often changed before it is closed. */
  Object close() {
    Long session = one.session();
    if (session == null) {
      return null;
    }
    for (int left = MOST_TRIES - 1; left > 0; left--) {
      try {
        return close(session);
      } catch (RefusedInput changed) {
        continue;
      }
    }
    return close(session);
  }

  /**
   * Dwellings without a candidate are taken off, whoever is not decided on yet comes after the
   * others, and everyone who did not vote from afar came.
   */
  private static Object close(long session) {
    open(session).items().stream()
        .filter(item -> item.candidates().isEmpty())
        .forEach(item -> Acts.of(SessionAgenda.class).removeDwelling(session, item.itemId()));
    for (SessionDetail.Item item : open(session).items()) {
      int rank =
          (int)
              item.candidates().stream()
                  .filter(each -> each.decision() != null)
                  .filter(each -> each.decision().status().isAllocation())
                  .count();
      for (SessionDetail.Candidate each : item.candidates()) {
        if (each.decision() == null && each.proposalStatus().isOpen()) {
          decide(session, each, ranked(++rank));
        }
      }
    }
    SessionDetail detail = open(session);
    detail.attendees().stream()
        .filter(person -> !SessionAttendee.Attendance.REMOTE.name().equals(person.getAttendance()))
        .forEach(person -> person.setAttendance(SessionAttendee.Attendance.PRESENT.name()));
    Acts.of(SessionMembers.class).convene(session, detail.version(), detail.attendees());
    Acts.of(SessionDecisions.class).close(session);
    return session;
  }

  /** Replaces a decision by another: first one whose rank leaves a hole, else any. */
  Object correct() {
    Long session = one.session();
    if (session == null) {
      return null;
    }
    List<SessionDetail.Item> items = new ArrayList<>(open(session).items());
    java.util.Collections.shuffle(items, dice);
    for (SessionDetail.Item item : items) {
      List<SessionDetail.Candidate> allocated =
          item.candidates().stream()
              .filter(each -> each.decision() != null && each.decision().status().isAllocation())
              .toList();
      List<Integer> free =
          new ArrayList<>(IntStream.rangeClosed(1, allocated.size()).boxed().toList());
      List<SessionDetail.Candidate> misplaced = new ArrayList<>();
      for (SessionDetail.Candidate each : allocated) {
        if (!free.remove((Integer) (each.rank() == null ? 1 : each.rank()))) {
          misplaced.add(each);
        }
      }
      for (SessionDetail.Candidate each : misplaced) {
        if (each.proposalStatus().isOpen()) {
          return decide(session, each, ranked(free.get(0)));
        }
      }
      List<SessionDetail.Candidate> decided =
          item.candidates().stream().filter(each -> each.decision() != null).toList();
      if (!decided.isEmpty()) {
        SessionDetail.Candidate any = decided.get(dice.nextInt(decided.size()));
        return decide(session, any, otherwise(any, allocated.size()));
      }
    }
    return null;
  }

  private DecisionForm otherwise(SessionDetail.Candidate one, int allocated) {
    if (!one.decision().status().isAllocation()) {
      return ranked(allocated + 1);
    }
    int rank = one.rank() == null ? 1 : one.rank();
    if (rank == allocated && dice.nextBoolean()) {
      return new DecisionForm(Decision.NON_ALLOCATION, null, null, null, "UNPAID_RENT", "essai");
    }
    return one.decision() == Decision.CONDITIONAL_ALLOCATION
        ? ranked(rank)
        : new DecisionForm(
            Decision.CONDITIONAL_ALLOCATION, rank, "Pièce", LocalDate.now(), null, null);
  }

  private static DecisionForm ranked(int rank) {
    return new DecisionForm(Decision.RANKED_ALLOCATION, rank, null, null, null, null);
  }

  private static Object decide(long session, SessionDetail.Candidate one, DecisionForm form) {
    Acts.of(SessionDecisions.class).decide(session, one.candidateId(), one.version(), form);
    return one.candidateId();
  }

  Object openVote() {
    Long session = one.session();
    if (session != null) {
      Acts.of(SessionVotes.class)
          .open(session, LocalDateTime.now().minusMinutes(1), LocalDate.now().atTime(END_OF_VOTE));
    }
    return session;
  }

  /** Votes on a dwelling of any landlord's session, as the member this agent is. */
  Object vote() {
    Long session =
        one.any(
            "select s.id from commission_session s join session_attendee a on a.session_id = s.id"
                + " where s.place = '"
                + LettingCrowd.PLACE
                + "' and s.status = 'PLANNED' and s.vote_closes_at > localtimestamp and a.agent_id"
                + " = "
                + one.agent());
    if (session == null) {
      return null;
    }
    CommissionSeats seats = Acts.of(CommissionSeats.class);
    SeatView seat = seats.open(session);
    for (SessionDetail.Item item : seat.dossier().session().items()) {
      List<SessionDetail.Candidate> open =
          item.candidates().stream().filter(each -> each.proposalStatus().isOpen()).toList();
      if (!open.isEmpty()
          && seat.votesOn().contains(item.itemId())
          && !seat.ballot().containsKey(open.get(0).candidateId())) {
        seats.vote(session, item.itemId(), ballot(open));
        return item.itemId();
      }
    }
    return null;
  }

  private List<BallotLine> ballot(List<SessionDetail.Candidate> open) {
    List<BallotLine> lines = new ArrayList<>();
    int rank = 1;
    for (SessionDetail.Candidate each : open) {
      BallotLine line = BallotLine.of(each.candidateId());
      switch (dice.nextInt(5)) {
        case 0 -> {
          line.setChoice("NON_ALLOCATION");
          line.setMotive("LOWER_RANK");
        }
        case 1 -> line.setChoice("POSTPONE");
        default -> {
          line.setChoice("ALLOCATION");
          line.setRank(rank++);
        }
      }
      lines.add(line);
    }
    return lines;
  }

  /** The time of a vote runs out; what it proposes for a dwelling is recorded. */
  Object confirm() {
    Long session = one.session();
    if (session == null) {
      return null;
    }
    one.change(
        "update commission_session set vote_opens_at = localtimestamp - interval '2 hours',"
            + " vote_closes_at = localtimestamp - interval '1 second' where id in (select id from"
            + " commission_session where id = "
            + session
            + " and vote_closes_at > localtimestamp and exists (select 1 from session_attendee a"
            + " join remote_vote v on v.attendee_id = a.id where a.session_id = "
            + session
            + " having count(distinct a.id) > 1) for update skip locked)");
    Long item =
        one.any(
            "select distinct c.item_id from remote_vote v join item_candidate c on c.id ="
                + " v.candidate_id join commission_item i on i.id = c.item_id where c.decision is"
                + " null and i.session_id = "
                + session);
    return item == null || Acts.of(SessionVotes.class).confirm(session, item) == 0 ? null : item;
  }

  Object meetCondition() {
    Long candidate =
        one.any(
            "select c.id from item_candidate c join proposal r on r.id = c.proposal_id join"
                + " vacancy v on v.id = r.vacancy_id join dwelling w on w.id = v.dwelling_id where"
                + " r.status = 'CONDITIONAL' and c.condition_met_on is null and v.id in ("
                + one.vacancies()
                + ") and w.landlord_id = "
                + one.mine());
    if (candidate != null) {
      Acts.of(SessionDecisions.class)
          .meetCondition(
              one.any(
                  "select i.session_id from commission_item i join item_candidate c on c.item_id ="
                      + " i.id where c.id = "
                      + candidate),
              candidate);
    }
    return candidate;
  }

  /** The letters of a closed session, or the one of a proposal. */
  Object letters() {
    if (dice.nextBoolean()) {
      Long session = one.any(one.sessions("CLOSED").replace("min(s.id)", "s.id"));
      return session == null ? null : Acts.of(DecisionLetters.class).make(session);
    }
    return one.onProposal(id -> Acts.of(OfferLetters.class).make(id));
  }

  /** All offers owed of the département, as the manager makes them. */
  Object batch() {
    return Acts.of(Mailings.class).make(LetterKind.OFFER, "44", null);
  }

  /** Lets the last day of some conditions pass, and the night end those allocations. */
  Object conditions() throws Exception {
    one.change(
        "update item_candidate set condition_deadline = current_date - 1 where id in (select c.id"
            + " from item_candidate c join commission_item i on i.id = c.item_id join"
            + " commission_session s on s.id = i.session_id where s.status = 'CLOSED' and"
            + " c.condition_met_on is null and c.decision = 'CONDITIONAL_ALLOCATION' and"
            + " i.vacancy_id in ("
            + one.vacancies()
            + ") order by c.id desc limit 1 for update of c skip locked)");
    return JobActs.start("ALLOCATION_CONDITIONS", LocalDate.now()).orElse(null);
  }
}
