package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.FrenchCalendar;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.InternalRules;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionForm;
import fr.toitcommun.persistence.commission.SessionPage;
import fr.toitcommun.persistence.commission.SessionReader;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Planning the sessions of the caller's own commissions (L.441-2, R.441-9), and reading them. */
@Stateless
@Gated
@RolesAllowed(Right.DECIDE)
public class CommissionSessions {
  private static final int MOST_OF_A_MONTH = 200;

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private SessionInput input;
  @Inject private OwnSessions own;
  @Inject private DecisionNotes notes;

  /** The caller's sessions, planned ones first. */
  public SessionPage list(int offset, int limit) {
    return new SessionReader(jdbi)
        .ofLandlord(
            agent.profile().partnerId(), false, PageBounds.offset(offset), PageBounds.rows(limit));
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
   * Plans a session of one of the caller's commissions; those who sit on it for every dwelling are
   * convened, the others as the agenda calls for them.
   */
  @Act
  public long plan(SessionForm form) {
    input.check(form);
    long commission = form.getCommissionId() == null ? firstCommission() : form.getCommissionId();
    CommissionSession session =
        new CommissionSession(commission, form.getHeldAt(), form.getPlace());
    own.standing(commission, List.of(), session.heldOn()).forEach(session::invite);
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
   * Plans a session like another of the caller's on another day: same commission, place and hour,
   * and of those convened to it whoever sits for every dwelling, or all of a département, and still
   * sits on that day; the others are convened as the agenda calls for them.
   *
   * @param on the day
   * @throws RefusedInput when the delay of convening of the internal rules cannot be kept any more
   * @throws NotInScope when the session is not the caller's
   */
  @Act
  public long copy(long sessionId, LocalDate on) {
    SessionDetail like = own.read(sessionId);
    input.checkDay("copy_on", on);
    long commission = like.proceedings().commissionId();
    InternalRules rules = own.rulesOn(commission, on);
    if (rules.conveneBy(on).isBefore(demands.today())) {
      throw RefusedInput.at(
          "copy_on",
          "CONVENING_DELAY_SHORT",
          rules.conveningDays(),
          demands.today().plusDays(rules.conveningDays()));
    }
    CommissionSession session =
        new CommissionSession(commission, on.atTime(like.heldAt().toLocalTime()), like.place());
    own.composition(like, on).forEach(session::invite);
    entities.persist(session);
    entities.flush();
    return session.id();
  }

  /** The caller's sessions of a month, earliest first. */
  public SessionPage month(YearMonth month) {
    return new SessionReader(jdbi)
        .between(
            agent.profile().partnerId(),
            month.atDay(1),
            month.plusMonths(1).atDay(1),
            MOST_OF_A_MONTH);
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
    own.lockCandidates(session.items());
    LocalDate today = demands.today();
    notes.facts(session.reschedule(form.getHeldAt(), form.getPlace(), today));
  }
}
