package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.allocation.ProposalLocks;
import fr.toitcommun.ejb.allocation.Stock;
import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalPage;
import fr.toitcommun.persistence.allocation.ProposalReader;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.commission.CandidateException;
import fr.toitcommun.persistence.commission.CommissionItem;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.ItemCandidate;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionReader;
import fr.toitcommun.persistence.commission.VoteStore;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/**
 * What stands on the agenda of a session of the caller's own commission: dwellings, those they are
 * proposed to, and why fewer than three are examined (R.441-3).
 */
@Stateless
@Gated
@RolesAllowed(Right.DECIDE)
public class SessionAgenda {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private Stock stock;
  @Inject private ProposalLocks locks;
  @Inject private SessionInput input;
  @Inject private OwnSessions own;

  /**
   * Open proposals of the caller's dwellings on the agenda of a session that are not yet before it.
   */
  public ProposalPage waiting(long sessionId) {
    return new ProposalReader(jdbi)
        .waitingFor(agent.profile().partnerId(), sessionId, demands.today());
  }

  /**
   * Puts a vacant dwelling on the agenda with everyone it is proposed to.
   *
   * @throws RefusedInput when it is no longer to let, on an agenda already, or allocated to
   *     somebody who has not given it up
   */
  @Act
  public long addDwelling(long sessionId, long vacancyId) {
    CommissionSession session = own.lock(sessionId);
    Vacancy vacancy = stock.lockVacancy(vacancyId);
    CommissionItem item = session.add(vacancy);
    new SessionReader(jdbi).examined(vacancyId, sessionId).requireDone();
    entities.persist(item);
    List<Proposal> open =
        entities
            .createQuery(
                "select p from Proposal p join fetch p.demand where p.vacancy = :vacancy and"
                    + " p.status = :open order by p.place, p.id",
                Proposal.class)
            .setParameter("vacancy", item.vacancy())
            .setParameter("open", ProposalStatus.OPEN)
            .getResultList();
    locks.demandsOf(open);
    open.stream()
        .filter(proposal -> proposal.status() == ProposalStatus.OPEN)
        .forEach(proposal -> bring(session, item, proposal));
    entities.flush();
    own.standing(
            session.commissionId(),
            own.read(sessionId).items().stream().map(SessionDetail.Item::vacancy).toList(),
            session.heldOn())
        .forEach(session::invite);
    entities.flush();
    return item.id();
  }

  /** Brings one more proposal of the dwelling before the commission. */
  @Act
  public void addCandidate(long sessionId, long itemId, long proposalId) {
    CommissionSession session = own.lock(sessionId);
    CommissionItem item = OwnSessions.item(session, itemId);
    requireNotVotedOn(itemId);
    bring(session, item, stock.lockProposal(proposalId));
    entities.flush();
  }

  /** A vote from afar is on the candidates as they stand together: none joins or goes after it. */
  private void requireNotVotedOn(long itemId) {
    if (jdbi.withHandle(handle -> VoteStore.isVotedOn(handle, itemId))) {
      throw RefusedInput.because("CANDIDATES_VOTED_ON");
    }
  }

  private void bring(CommissionSession session, CommissionItem item, Proposal proposal) {
    session.addCandidate(item, proposal);
    demands.note(
        proposal.demand(),
        DemandEventKind.ON_AGENDA,
        session.heldOn(),
        agent.profile().partnerName());
  }

  /** Takes a dwelling off the agenda. */
  @Act
  public void removeDwelling(long sessionId, long itemId) {
    CommissionSession session = own.lock(sessionId);
    CommissionItem item = OwnSessions.item(session, itemId);
    requireNotVotedOn(itemId);
    own.lockCandidates(List.of(item));
    session.remove(item);
    entities.flush();
  }

  /** Takes a candidate off before any decision. */
  @Act
  public void removeCandidate(long sessionId, long candidateId) {
    CommissionSession session = own.lock(sessionId);
    ItemCandidate candidate = OwnSessions.candidate(session, candidateId);
    requireNotVotedOn(candidate.item().id());
    stock.lockProposal(candidate.proposal().id());
    session.removeCandidate(candidate);
    entities.flush();
  }

  /** Moves a dwelling up (negative) or down the agenda. */
  @Act
  public void moveDwelling(long sessionId, long itemId, int by) {
    CommissionSession session = own.lock(sessionId);
    session.move(OwnSessions.item(session, itemId), by);
    entities.flush();
  }

  /** Moves a candidate up (negative) or down. */
  @Act
  public void moveCandidate(long sessionId, long candidateId, int by) {
    CommissionSession session = own.lock(sessionId);
    session.moveCandidate(OwnSessions.candidate(session, candidateId), by);
    entities.flush();
  }

  /** States why fewer than three demands are examined for a dwelling (R.441-3). */
  @Act
  public void except(long sessionId, long itemId, CandidateException why, String detail) {
    input.checkText("exceptionDetail", detail);
    CommissionSession session = own.lock(sessionId);
    session.except(OwnSessions.item(session, itemId), Objects.requireNonNull(why), detail);
    entities.flush();
  }
}
