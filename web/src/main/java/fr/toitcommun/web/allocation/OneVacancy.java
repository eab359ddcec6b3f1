package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.commission.SessionAgenda;
import fr.toitcommun.persistence.allocation.ProposalPage;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.VacancyStatus;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.SessionRow;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A vacant dwelling with its proposals. */
@Named
@ViewScoped
public class OneVacancy implements Serializable {
  private static final int SESSIONS = 20;

  @Inject private Vacancies vacancies;
  @Inject private Proposals proposals;
  @Inject private CommissionSessions sessions;
  @Inject private SessionAgenda agenda;
  @Inject private Me me;

  private long id;
  private Long session;
  private VacancyRow dwelling;
  private ProposalPage made;
  private List<SessionRow> planned = List.of();

  /** Reads it. */
  public void load() {
    dwelling = vacancies.open(id);
    made = proposals.ofVacancy(id);
    if (me.may(Right.DECIDE)
        && dwelling.status() == VacancyStatus.OPEN
        && dwelling.sessionId() == null) {
      planned =
          sessions.list(0, SESSIONS).rows().stream()
              .filter(row -> row.status() == CommissionSession.Status.PLANNED)
              .toList();
    }
  }

  /** Puts it on the agenda of a planned session with everyone it is proposed to. */
  public void putOnAgenda() {
    long item = agenda.addDwelling(session, id);
    Done.go("/session.xhtml?id=" + session + "#item-" + item, "session.dwellingAdded");
  }

  /** Moves a candidate up (negative) or down in the order they go before the commission. */
  public void move(long proposal, int by) {
    proposals.move(proposal, by);
    Done.go("/vacancy.xhtml?id=" + id + "#h-made", null);
  }

  public VacancyRow getDwelling() {
    return dwelling;
  }

  public ProposalPage getMade() {
    return made;
  }

  public List<SessionRow> getPlanned() {
    return planned;
  }

  public Long getSession() {
    return session;
  }

  public void setSession(Long session) {
    this.session = session;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
