package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.allocation.Passage;
import fr.toitcommun.ejb.allocation.Stock;
import fr.toitcommun.ejb.document.SessionDocuments;
import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.DecisionForm;
import fr.toitcommun.persistence.commission.ItemCandidate;
import fr.toitcommun.persistence.commission.MinutesStore;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionDossier;
import fr.toitcommun.persistence.commission.SheetReader;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/**
 * Examining the candidates of a session of the caller's own commission, deciding on them, closing
 * it (R.441-3).
 */
@Stateless
@Gated
@RolesAllowed(Right.DECIDE)
public class SessionDecisions {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private Stock stock;
  @Inject private Passage passage;
  @Inject private SessionInput input;
  @Inject private SessionDocuments documents;
  @Inject private OwnSessions own;
  @Inject private OwedDecisions letters;
  @Inject private DecisionNotes notes;

  /** A session with everything the commission may know of each candidate. */
  public SessionDossier examine(long sessionId) {
    SessionDetail session = own.read(sessionId);
    return new SessionDossier(
        session, SheetReader.ofSession(jdbi, sessionId, session.heldAt().toLocalDate()));
  }

  /**
   * The dossier of a session as PDF: a page per dwelling, a sheet per candidate.
   *
   * @param locale French or English
   */
  public PrintedSession dossier(long sessionId, Locale locale) {
    SessionDossier dossier = examine(sessionId);
    return new PrintedSession(documents.dossier(dossier, locale), dossier.uniqueNumbers());
  }

  /**
   * Records one of the five decisions on a candidate; until the session is closed it may be
   * replaced.
   *
   * @param versionRead the version of the candidate that was on screen
   * @throws RefusedInput when it lacks something, fewer than three demands are examined, or someone
   *     else decided meanwhile
   */
  @Act
  public void decide(long sessionId, long candidateId, int versionRead, DecisionForm form) {
    input.check(form);
    CommissionSession session = own.lock(sessionId);
    ItemCandidate candidate = OwnSessions.candidate(session, candidateId);
    if (candidate.version() != versionRead) {
      throw RefusedInput.because("DECIDED_MEANWHILE");
    }
    stock.lockProposal(candidate.proposal().id());
    if (form.decision() != null && form.decision().status().isAllocation()) {
      requireNotProposedAgain(candidate.proposal());
    }
    LocalDate today = demands.today();
    session.decide(candidate, form, today, references.current().value("MINIMUM_CANDIDATES", today));
    entities.lock(candidate, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    notes.facts(List.of(candidate));
  }

  /**
   * Whoever was refused may have been proposed the dwelling anew before the refusal is corrected.
   */
  private void requireNotProposedAgain(Proposal proposal) {
    boolean again =
        entities
            .createQuery(
                "select p from Proposal p where p.vacancy = :vacancy and p.demand = :demand and p"
                    + " <> :own",
                Proposal.class)
            .setParameter("vacancy", proposal.vacancy())
            .setParameter("demand", proposal.demand())
            .setParameter("own", proposal)
            .getResultStream()
            .anyMatch(other -> other.status().isOpen());
    if (again) {
      throw RefusedInput.because("ALREADY_PROPOSED");
    }
  }

  /** The missing document of a conditional allocation was supplied. */
  @Act
  public void meetCondition(long sessionId, long candidateId) {
    ItemCandidate candidate = OwnSessions.candidate(own.lock(sessionId), candidateId);
    // The night may be ending the allocation for want of the document.
    stock.lockProposal(candidate.proposal().id());
    candidate.meetCondition(demands.today());
    entities.flush();
  }

  /**
   * Closes a session: its decisions are final and stand in the history of each demand, its minutes
   * may be signed, the letters that tell each applicant what was decided are owed. What the minutes
   * tell is kept as it stands now.
   */
  @Act
  public void close(long sessionId) {
    CommissionSession session = own.lock(sessionId);
    own.lockCandidates(session.items());
    LocalDate today = demands.today();
    SessionDetail before = own.read(sessionId);
    session.close(
        clock.instant(),
        today,
        references.current().value("MINIMUM_CANDIDATES", today),
        before.quorum(),
        (item, one) -> before.voicesOn(item.id()).contains(one.id()));
    passage.begin(session, today);
    notes.tell(session);
    entities.flush();
    SessionDossier closed = examine(sessionId);
    letters.ask(session, closed.session());
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      String told = documents.minutesText(closed, locale);
      jdbi.useHandle(handle -> MinutesStore.record(handle, sessionId, locale, told));
    }
  }
}
