package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.DecisionForm;
import fr.toitcommun.persistence.commission.ItemVotes;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.VoteStore;
import fr.toitcommun.persistence.commission.VoteTally;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The vote from afar of a session, as its secretary opens it, follows it and records it. */
@Stateless
@Gated
@RolesAllowed(Right.DECIDE)
public class SessionVotes {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private References references;
  @Inject private OwnSessions own;
  @Inject private SessionDecisions decisions;

  /**
   * Has members vote between two moments, local time; both null: no longer.
   *
   * @throws RefusedInput when internal rules allow no such vote, the period is impossible, or the
   *     votes of an earlier one are known
   * @throws NotInScope when the session is not the caller's
   */
  @Act
  public void open(long sessionId, LocalDateTime opensAt, LocalDateTime closesAt) {
    CommissionSession session = own.lock(sessionId);
    if (opensAt != null && !own.read(sessionId).proceedings().rules().remoteVote()) {
      throw RefusedInput.because("NO_REMOTE_VOTE");
    }
    LocalDateTime now = LocalDateTime.now(clock);
    session.requireVoteUnknown(now, voted(sessionId));
    session.voteBetween(opensAt, closesAt, now);
    entities.flush();
  }

  /**
   * Whether the vote is over and somebody has voted: its period is fixed then.
   *
   * @throws NotInScope when the session is not the caller's
   */
  public boolean held(long sessionId) {
    own.requireOwn(sessionId);
    return entities
        .find(CommissionSession.class, sessionId)
        .voteHeld(LocalDateTime.now(clock), voted(sessionId));
  }

  private boolean voted(long sessionId) {
    return !jdbi.withHandle(handle -> VoteStore.voters(handle, sessionId)).isEmpty();
  }

  /**
   * Who has voted and what was said, by dwelling; what was voted once the period is over.
   *
   * @throws NotInScope when the session is not the caller's
   */
  public Map<Long, ItemVotes> of(long sessionId) {
    return votes(own.read(sessionId));
  }

  private Map<Long, ItemVotes> votes(SessionDetail session) {
    LocalDateTime closesAt = session.proceedings().voteClosesAt();
    boolean over = closesAt != null && !LocalDateTime.now(clock).isBefore(closesAt);
    return jdbi.withHandle(
        handle -> VoteStore.ofSession(handle, session, references.current(), over));
  }

  /**
   * Records what the votes propose for a dwelling, and that those who voted took part. Candidates
   * left to the session stay undecided.
   *
   * @return how many decisions were recorded
   * @throws RefusedInput while members vote, or when a decision lacks what the law asks
   * @throws NotInScope when the session or dwelling is not the caller's
   */
  @Act
  public int confirm(long sessionId, long itemId) {
    CommissionSession session = own.lock(sessionId);
    OwnSessions.item(session, itemId);
    if (!session.voteOver(LocalDateTime.now(clock))) {
      throw RefusedInput.because("VOTE_NOT_OVER");
    }
    SessionDetail detail = own.read(sessionId);
    detail.uniqueNumbers().forEach(agent::concerns);
    session.voted(jdbi.withHandle(handle -> VoteStore.voters(handle, sessionId)));
    entities.flush();
    int recorded = 0;
    for (VoteTally.Result result : votes(detail).get(itemId).results()) {
      SessionDetail.Candidate candidate = undecided(detail, result.candidateId());
      Optional<DecisionForm> decision = result.decision();
      if (candidate != null && decision.isPresent()) {
        decisions.decide(sessionId, candidate.candidateId(), candidate.version(), decision.get());
        recorded++;
      }
    }
    return recorded;
  }

  private static SessionDetail.Candidate undecided(SessionDetail session, long candidateId) {
    return session.items().stream()
        .flatMap(item -> item.candidates().stream())
        .filter(one -> one.candidateId() == candidateId && one.awaitsDecision())
        .findFirst()
        .orElse(null);
  }
}
