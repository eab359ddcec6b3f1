package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.allocation.CandidateFigureReader;
import fr.toitcommun.ejb.allocation.ProposalLocks;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.CommissionItem;
import fr.toitcommun.persistence.commission.CommissionReader;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.CommissionView;
import fr.toitcommun.persistence.commission.InternalRules;
import fr.toitcommun.persistence.commission.ItemCandidate;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionReader;
import fr.toitcommun.persistence.commission.StandingMember;
import fr.toitcommun.persistence.commission.StandingMembers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
  @Inject private ProposalLocks locks;

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

  /** Whom the commission's own list convenes for such an agenda. */
  List<AttendeeForm> standing(long commissionId, Collection<VacancyRow> dwellings, LocalDate day) {
    return StandingMembers.forAgenda(
        commission(commissionId).members(), dwellings, day, references.current());
  }

  /** The internal rules that a commission of the caller's holds on a day. */
  InternalRules rulesOn(long commissionId, LocalDate day) {
    return jdbi.withHandle(
        handle -> CommissionReader.rulesOn(handle, commissionId, references.current(), day));
  }

  /**
   * Who would sit for every dwelling on another day, or for all of a département, from those
   * convened to a session: whoever has left the commission by then is left out, whoever has joined
   * it comes.
   */
  List<AttendeeForm> composition(SessionDetail like, LocalDate on) {
    CommissionView commission = commission(like.proceedings().commissionId());
    List<AttendeeForm> standing =
        StandingMembers.forAgenda(commission.on(on), List.of(), on, references.current());
    List<AttendeeForm> all = new ArrayList<>();
    for (AttendeeForm one : like.attendees()) {
      boolean member =
          commission.members().stream().anyMatch(other -> other.name().equals(one.getName()));
      boolean widely =
          one.getConcerns() == null
              ? !StandingMember.sitsForSome(one.getCapacity())
              : references.current().departements().containsKey(one.getConcerns());
      if (widely && (!member || holds(standing, one))) {
        all.add(one.again());
      }
    }
    standing.stream().filter(one -> !holds(all, one)).forEach(all::add);
    return all;
  }

  private static boolean holds(List<AttendeeForm> list, AttendeeForm one) {
    return list.stream().anyMatch(other -> other.getName().equals(one.getName()));
  }

  /** Locks the dwellings of these items, then the demands of their candidates. */
  void lockCandidates(List<CommissionItem> items) {
    locks.vacancies(items.stream().map(item -> item.vacancy().id()).toList());
    locks.demandsOf(
        items.stream()
            .flatMap(item -> item.candidates().stream())
            .map(ItemCandidate::proposal)
            .toList());
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
