package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.allocation.Passage;
import fr.toitcommun.ejb.allocation.ProposalLocks;
import fr.toitcommun.ejb.allocation.Stock;
import fr.toitcommun.ejb.document.SessionDocuments;
import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.FrenchCalendar;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalPage;
import fr.toitcommun.persistence.allocation.ProposalReader;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.CandidateException;
import fr.toitcommun.persistence.commission.CommissionItem;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.DecisionForm;
import fr.toitcommun.persistence.commission.ItemCandidate;
import fr.toitcommun.persistence.commission.MembersByLaw;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionDossier;
import fr.toitcommun.persistence.commission.SessionForm;
import fr.toitcommun.persistence.commission.SessionPage;
import fr.toitcommun.persistence.commission.SessionReader;
import fr.toitcommun.persistence.commission.SheetReader;
import fr.toitcommun.persistence.commission.StandingMembers;
import fr.toitcommun.persistence.commission.VoteStore;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/**
 * Preparing, holding and closing the sessions of the caller's own commission (L.441-2, R.441-3).
 */
@Stateless
@Gated
@RolesAllowed(Right.DECIDE)
public class CommissionSessions {
  private static final int MOST_ROWS = 100;

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private Stock stock;
  @Inject private ProposalLocks locks;
  @Inject private Passage passage;
  @Inject private SessionInput input;
  @Inject private SessionDocuments documents;
  @Inject private OwnSessions own;
  @Inject private OwedDecisions letters;

  /** The caller's sessions, planned ones first. */
  public SessionPage list(int offset, int limit) {
    return new SessionReader(jdbi)
        .ofLandlord(
            agent.profile().partnerId(),
            false,
            Math.max(0, offset),
            Math.max(1, Math.min(MOST_ROWS, limit)));
  }

  /**
   * A session with its whole agenda.
   *
   * @throws NotInScope when it is not the caller's
   */
  public SessionDetail open(long sessionId) {
    return own.read(sessionId);
  }

  /**
   * Open proposals of the caller's dwellings on the agenda of a session that are not yet before it.
   */
  public ProposalPage waiting(long sessionId) {
    return new ProposalReader(jdbi)
        .waitingFor(agent.profile().partnerId(), sessionId, demands.today());
  }

  /**
   * Whom the law puts on the commission for the agenda of a session and a list lacks; nothing is
   * stored.
   */
  public List<AttendeeForm> membersLacking(long sessionId, List<AttendeeForm> listed) {
    SessionDetail session = open(sessionId);
    List<AttendeeForm> lacking =
        MembersByLaw.lacking(
            standing(
                session.proceedings().commissionId(),
                session.items().stream().map(SessionDetail.Item::vacancy).toList(),
                session.heldAt().toLocalDate()),
            listed);
    List<AttendeeForm> with = new ArrayList<>(listed);
    with.addAll(lacking);
    lacking.addAll(MembersByLaw.lacking(MembersByLaw.of(session, references.current()), with));
    return lacking;
  }

  private List<AttendeeForm> standing(
      long commissionId, Collection<VacancyRow> dwellings, LocalDate day) {
    return StandingMembers.forAgenda(
        own.commission(commissionId).members(), dwellings, day, references.current());
  }

  /** A session with everything the commission may know of each candidate. */
  public SessionDossier examine(long sessionId) {
    SessionDetail session = open(sessionId);
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
   * Plans a session of one of the caller's commissions; those who sit on it for every dwelling are
   * convened, the others as the agenda calls for them.
   */
  @Act
  public long plan(SessionForm form) {
    input.check(form);
    long commission = form.getCommissionId() == null ? firstCommission() : form.getCommissionId();
    CommissionSession session =
        new CommissionSession(commission, form.getHeldAt(), form.getPlace());
    standing(commission, List.of(), session.heldOn()).forEach(session::invite);
    entities.persist(session);
    entities.flush();
    return session.id();
  }

  /**
   * Plans a session and more of the same commission, hour and place after it, leaving out days that
   * are not worked.
   *
   * @param everyWeeks weeks between one and the next, 1 to 8
   * @param until last day on which one may be held, at most a year ahead
   * @return how many were planned
   */
  @Act
  public int planSeries(SessionForm form, Integer everyWeeks, LocalDate until) {
    input.check(form);
    input.checkSeries(form, everyWeeks, until);
    int planned = 0;
    for (LocalDateTime at = form.getHeldAt();
        !at.toLocalDate().isAfter(until);
        at = at.plusWeeks(everyWeeks)) {
      if (FrenchCalendar.isWorkingDay(at.toLocalDate())) {
        SessionForm one = new SessionForm();
        one.setHeldAt(at);
        one.setPlace(form.getPlace());
        one.setCommissionId(form.getCommissionId());
        plan(one);
        planned++;
      }
    }
    return planned;
  }

  private long firstCommission() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select min(id) from commission where landlord_id = :landlord")
                .bind("landlord", agent.profile().partnerId())
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> RefusedInput.because("NO_COMMISSION")));
  }

  /**
   * Moves a session to another date or place; decisions already recorded take the new date.
   *
   * @throws RefusedInput when it is closed, or decided already and moved to a day to come
   */
  @Act
  public void reschedule(long sessionId, SessionForm form) {
    input.check(form);
    CommissionSession session = own.lock(sessionId);
    lockCandidates(session.items());
    LocalDate today = demands.today();
    session
        .reschedule(form.getHeldAt(), form.getPlace(), today, replyDays(today))
        .forEach(candidate -> noteDecision(session, candidate));
    entities.flush();
  }

  /** Those convened and whether they came, as a whole list. */
  @Act
  public void convene(long sessionId, List<AttendeeForm> attendees) {
    input.check(attendees);
    CommissionSession session = own.lock(sessionId);
    List<Long> kept = attendees.stream().map(AttendeeForm::getAttendeeId).toList();
    if (!kept.containsAll(jdbi.withHandle(handle -> VoteStore.voters(handle, sessionId)))) {
      throw RefusedInput.because("ATTENDEE_HAS_VOTED");
    }
    session.convene(attendees, demands.today());
    entities.flush();
  }

  /** Puts a vacant dwelling on the agenda with everyone it is proposed to. */
  @Act
  public long addDwelling(long sessionId, long vacancyId) {
    CommissionSession session = own.lock(sessionId);
    CommissionItem item = session.add(stock.lockVacancy(vacancyId));
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
    standing(
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
    bring(session, OwnSessions.item(session, itemId), stock.lockProposal(proposalId));
    entities.flush();
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
    lockCandidates(List.of(item));
    session.remove(item);
    entities.flush();
  }

  /** Takes a candidate off before any decision. */
  @Act
  public void removeCandidate(long sessionId, long candidateId) {
    CommissionSession session = own.lock(sessionId);
    ItemCandidate candidate = OwnSessions.candidate(session, candidateId);
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
    LocalDate today = demands.today();
    session.decide(
        candidate,
        form,
        today,
        replyDays(today),
        references.current().value("MINIMUM_CANDIDATES", today));
    noteDecision(session, candidate);
    entities.lock(candidate, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    entities.flush();
  }

  private int replyDays(LocalDate on) {
    return references.current().value("OFFER_REPLY_DAYS", on);
  }

  private void noteDecision(CommissionSession session, ItemCandidate candidate) {
    demands.note(
        candidate.proposal().demand(),
        DemandEventKind.DECIDED,
        session.heldOn(),
        candidate.decision().name());
  }

  /** The missing document of a conditional allocation was supplied. */
  @Act
  public void meetCondition(long sessionId, long candidateId) {
    ItemCandidate candidate = OwnSessions.candidate(own.lock(sessionId), candidateId);
    candidate.meetCondition(demands.today());
    agent.concerns(candidate.proposal().demand().uniqueNumber().value());
    entities.flush();
  }

  /**
   * Closes a session: its decisions are final, its minutes may be signed, the letters that tell
   * each applicant what was decided are owed.
   */
  @Act
  public void close(long sessionId) {
    CommissionSession session = own.lock(sessionId);
    lockCandidates(session.items());
    LocalDate today = demands.today();
    session.close(
        clock.instant(),
        today,
        references.current().value("MINIMUM_CANDIDATES", today),
        own.read(sessionId).quorum());
    passage.begin(session, today);
    entities.flush();
    letters.ask(session, own.read(sessionId));
  }

  private void lockCandidates(List<CommissionItem> items) {
    locks.vacancies(items.stream().map(item -> item.vacancy().id()).toList());
    locks.demandsOf(
        items.stream()
            .flatMap(item -> item.candidates().stream())
            .map(ItemCandidate::proposal)
            .toList());
  }
}
