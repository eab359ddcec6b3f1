package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.ProposalFilter;
import fr.toitcommun.persistence.allocation.ProposalReader;
import fr.toitcommun.persistence.allocation.VacancyReader;
import fr.toitcommun.persistence.commission.SessionReader;
import fr.toitcommun.persistence.observatory.CounterReader;
import fr.toitcommun.persistence.observatory.Counters;
import fr.toitcommun.persistence.partner.AgentProfile;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.DemandCalendar;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.dossier.DossierReader;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSetReader;
import fr.toitcommun.persistence.registration.letter.LetterReader;
import fr.toitcommun.persistence.registration.work.WorkList;
import fr.toitcommun.persistence.registration.work.WorkReader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** The home page of an agent. */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class Home {
  private static final int FIRST_ROWS = 5;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private ObservatoryEngine engine;

  /** The counters of the caller's départements and what awaits the caller. */
  public HomeView view() {
    AgentProfile me = agent.profile();
    LocalDate today = LocalDate.now(clock);
    boolean registers = me.rights().contains(Right.REGISTER);
    boolean proposes = me.rights().contains(Right.PROPOSE);
    boolean signs = me.rights().contains(Right.SIGN);
    boolean decides = me.rights().contains(Right.DECIDE);
    ProposalReader proposals = new ProposalReader(jdbi);
    return new HomeView(
        me,
        counters(me, today),
        registers ? day(me, today) : null,
        proposes
            ? proposals.ofLandlord(me.partnerId(), ProposalFilter.OVERDUE, today, 0, FIRST_ROWS)
            : null,
        signs
            ? proposals.ofLandlord(me.partnerId(), ProposalFilter.TO_SIGN, today, 0, FIRST_ROWS)
            : null,
        proposes ? new VacancyReader(jdbi).ofLandlord(me.partnerId(), null, 0, FIRST_ROWS) : null,
        decides ? new SessionReader(jdbi).ofLandlord(me.partnerId(), true, 0, FIRST_ROWS) : null);
  }

  private DeskDay day(AgentProfile me, LocalDate today) {
    DemandCalendar calendar = RegistrationRules.calendar(references.current(), today);
    LocalDate nearEnd = today.plusMonths(calendar.noticeMonths());
    WorkReader work = new WorkReader(jdbi, me.scope(), me.deskId());
    return new DeskDay(
        work.page(WorkList.TO_COMPLETE, nearEnd, null, FIRST_ROWS),
        new DossierReader(jdbi)
            .toCheck(
                me.scope(), me.deskId(), me.rights().contains(Right.SENSITIVE), null, FIRST_ROWS),
        work.page(WorkList.RENEWALS, nearEnd, null, FIRST_ROWS),
        new DuplicateSetReader(jdbi).list(null, me.scope(), 0, FIRST_ROWS),
        new LetterReader(jdbi).certificatesOwed(me.scope(), me.deskId(), 0, FIRST_ROWS));
  }

  /** The counters of the caller's départements alone. */
  public Counters counters() {
    return counters(agent.profile(), LocalDate.now(clock));
  }

  private Counters counters(AgentProfile me, LocalDate today) {
    Reference reference = references.current();
    return new CounterReader(
            reference,
            engine.live(),
            Viewers.of(me, reference),
            reference.value("SMALL_CELL_THRESHOLD", today))
        .count(today);
  }
}
