package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.allocation.CandidateFigureReader;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.commission.CommissionItem;
import fr.toitcommun.persistence.commission.CommissionReader;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.CommissionView;
import fr.toitcommun.persistence.commission.ItemCandidate;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** Finds and locks the commissions and sessions of the caller's own landlord. */
@Dependent
public class OwnSessions {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private CandidateFigureReader figures;
  @Inject private Demands demands;

  /**
   * A session with its whole agenda.
   *
   * @throws NotInScope when it is not the caller's
   */
  SessionDetail read(long sessionId) {
    return new SessionReader(jdbi)
        .find(
            sessionId, agent.profile().partnerId(), references.current(), demands.today(), figures)
        .orElseThrow(() -> new NotInScope("session " + sessionId));
  }

  /**
   * Makes sure that a session is the caller's, without reading it.
   *
   * @throws NotInScope when it is not
   */
  void requireOwn(long sessionId) {
    boolean mine =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select exists (select 1 from commission_session s join commission c on"
                            + " c.id = s.commission_id where s.id = :id and c.landlord_id = :me)")
                    .bind("id", sessionId)
                    .bind("me", agent.profile().partnerId())
                    .mapTo(Boolean.class)
                    .one());
    if (!mine) {
      throw new NotInScope("session " + sessionId);
    }
  }

  /**
   * A commission with its members and rules.
   *
   * @throws NotInScope when it is not the caller's
   */
  CommissionView commission(long commissionId) {
    return new CommissionReader(jdbi)
        .find(commissionId, agent.profile().partnerId(), references.current(), demands.today())
        .orElseThrow(() -> new NotInScope("commission " + commissionId));
  }

  /**
   * A session, locked until the transaction ends.
   *
   * @throws NotInScope when it is not the caller's
   */
  CommissionSession lock(long sessionId) {
    CommissionSession session =
        entities.find(CommissionSession.class, sessionId, LockModeType.PESSIMISTIC_WRITE);
    if (session == null) {
      throw new NotInScope("session " + sessionId);
    }
    boolean mine =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select landlord_id = :me from commission where id = :id")
                    .bind("me", agent.profile().partnerId())
                    .bind("id", session.commissionId())
                    .mapTo(Boolean.class)
                    .one());
    if (!mine) {
      throw new NotInScope("session " + sessionId);
    }
    return session;
  }

  /**
   * A dwelling of its agenda.
   *
   * @throws NotInScope when it is not on it
   */
  static CommissionItem item(CommissionSession session, long itemId) {
    return session.items().stream()
        .filter(item -> Objects.equals(item.id(), itemId))
        .findFirst()
        .orElseThrow(() -> new NotInScope("item " + itemId));
  }

  /**
   * A candidate of its agenda.
   *
   * @throws NotInScope when it is not on it
   */
  static ItemCandidate candidate(CommissionSession session, long candidateId) {
    return session.items().stream()
        .flatMap(item -> item.candidates().stream())
        .filter(candidate -> Objects.equals(candidate.id(), candidateId))
        .findFirst()
        .orElseThrow(() -> new NotInScope("candidate " + candidateId));
  }
}
