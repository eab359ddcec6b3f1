package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.allocation.CandidateFigureReader;
import fr.toitcommun.ejb.document.SessionDocuments;
import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.Ballot;
import fr.toitcommun.persistence.commission.BallotLine;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.SeatReader;
import fr.toitcommun.persistence.commission.SeatRow;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionDossier;
import fr.toitcommun.persistence.commission.SessionReader;
import fr.toitcommun.persistence.commission.SheetReader;
import fr.toitcommun.persistence.commission.VoteStore;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * What a member of a commission does from afar (L.441-2): opens the dossier of a session they are
 * convened to, while its members vote, and votes: of the dwellings they sit for only. Whoever is
 * not convened, or comes outside the period, finds nothing.
 */
@Stateless
@Gated
@RolesAllowed(Right.SIT)
public class CommissionSeats {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private References references;
  @Inject private CandidateFigureReader figures;
  @Inject private SessionInput input;
  @Inject private SessionDocuments documents;

  /** The votes from afar that the caller is convened to: open ones first. */
  public List<SeatRow> mine() {
    return new SeatReader(jdbi).of(agent.profile().id(), LocalDateTime.now(clock));
  }

  /**
   * A session to vote on, with everything its members may know.
   *
   * @throws NotInScope when the caller is not convened to it or its members do not vote now
   */
  public SeatView open(long sessionId) {
    SeatRow seat = seat(sessionId);
    SessionDossier dossier = dossier(seat);
    return jdbi.withHandle(
        handle ->
            new SeatView(
                seat,
                dossier,
                votesOn(dossier.session(), seat),
                VoteStore.ballot(handle, seat.attendeeId()),
                VoteStore.ofSession(handle, dossier.session(), references.current(), false)));
  }

  private SeatRow seat(long sessionId) {
    return new SeatReader(jdbi)
        .open(sessionId, agent.profile().id(), LocalDateTime.now(clock))
        .orElseThrow(() -> new NotInScope("seat " + sessionId));
  }

  /** What this member may read, say and vote on: the dwellings they sit for, no others. */
  private SessionDossier dossier(SeatRow seat) {
    long sessionId = seat.sessionId();
    SessionDetail session =
        new SessionReader(jdbi)
            .find(sessionId, references.current(), demands.today(), figures)
            .orElseThrow(() -> new NotInScope("session " + sessionId));
    return new SessionDossier(
            session, SheetReader.ofSession(jdbi, sessionId, session.heldAt().toLocalDate()))
        .seenBy(member(session, seat), references.current());
  }

  private static AttendeeForm member(SessionDetail session, SeatRow seat) {
    return session.attendees().stream()
        .filter(one -> one.getAttendeeId() == seat.attendeeId())
        .findFirst()
        .orElseThrow(() -> new NotInScope("attendee " + seat.attendeeId()));
  }

  /** Dwellings on which this member has a deliberative voice. */
  private static Set<Long> votesOn(SessionDetail seen, SeatRow seat) {
    return "DELIBERATIVE".equals(member(seen, seat).getVoice())
        ? seen.items().stream().map(SessionDetail.Item::itemId).collect(Collectors.toSet())
        : Set.of();
  }

  /**
   * The dossier as PDF.
   *
   * @throws NotInScope when the caller is not convened to it or its members do not vote now
   */
  public PrintedSession print(long sessionId, Locale locale) {
    SessionDossier dossier = dossier(seat(sessionId));
    return new PrintedSession(documents.dossier(dossier, locale), dossier.uniqueNumbers());
  }

  /**
   * Votes on the candidates of a dwelling; until the period is over another vote replaces it.
   *
   * @throws RefusedInput when the ballot lacks something, or the voice does not count for this
   *     dwelling
   * @throws NotInScope when the caller is not convened to it or its members do not vote now
   */
  @Act
  public void vote(long sessionId, long itemId, List<BallotLine> lines) {
    SeatRow seat = seat(sessionId);
    // Whoever closes the session or takes somebody off its list waits, and is waited for.
    CommissionSession locked =
        entities.find(CommissionSession.class, sessionId, LockModeType.PESSIMISTIC_WRITE);
    if (!locked.votesAt(LocalDateTime.now(clock))) {
      throw new NotInScope("seat " + sessionId);
    }
    SessionDetail session = dossier(seat).session();
    SessionDetail.Item item = item(session, itemId);
    if (!votesOn(session, seat).contains(itemId)) {
      throw RefusedInput.because("NO_VOICE_HERE");
    }
    List<SessionDetail.Candidate> open =
        item.candidates().stream().filter(one -> one.proposalStatus().isOpen()).toList();
    Ballot.check(
        lines,
        open.stream().map(SessionDetail.Candidate::candidateId).collect(Collectors.toSet()),
        references.current(),
        demands.today());
    open.forEach(one -> agent.concerns(one.uniqueNumber()));
    jdbi.useHandle(handle -> VoteStore.keep(handle, seat.attendeeId(), lines, clock.instant()));
  }

  /**
   * Says something of a dwelling to the other members.
   *
   * @throws NotInScope when the caller is not convened to it or its members do not vote now
   */
  @Act
  public void say(long sessionId, long itemId, String words) {
    SeatRow seat = seat(sessionId);
    input.checkName("words_" + itemId, words);
    SessionDetail session = dossier(seat).session();
    item(session, itemId);
    String author = member(session, seat).getName();
    jdbi.useHandle(
        handle ->
            VoteStore.say(handle, itemId, agent.profile().id(), author, words, clock.instant()));
  }

  private static SessionDetail.Item item(SessionDetail session, long itemId) {
    return session.items().stream()
        .filter(one -> one.itemId() == itemId)
        .findFirst()
        .orElseThrow(() -> new NotInScope("item " + itemId));
  }
}
