package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.commission.Commissions;
import fr.toitcommun.persistence.commission.CommissionRow;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.SessionForm;
import fr.toitcommun.persistence.commission.SessionPage;
import fr.toitcommun.persistence.commission.SessionRow;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** The sessions of the landlord's commission, and planning one more. */
@Named
@ViewScoped
public class FindSessions implements Serializable {
  private static final int ROWS = 25;

  @Inject private CommissionSessions sessions;
  @Inject private Commissions commissions;
  @Inject private Vacancies vacancies;

  private Long number;
  private List<CommissionRow> all;
  private int awaiting;
  private Long commission;
  private Integer everyWeeks = 2;
  private LocalDate until;
  private SessionPage page;
  private final HeldAt heldAt = new HeldAt();

  /** Reads the part asked for. */
  public void load() {
    page = sessions.list((Pages.first(number) - 1) * ROWS, ROWS);
    all = commissions.list();
    awaiting = vacancies.awaitingCommission().size();
  }

  /** Plans a session and goes to it. */
  public void plan() {
    SessionForm form = form();
    long session = sessions.plan(form);
    Done.go("/session.xhtml?id=" + session, "sessions.planned");
  }

  /** Plans a session and those that follow it every so many weeks. */
  public void planSeries() {
    int planned = sessions.planSeries(form(), everyWeeks, until);
    Done.go("/sessions.xhtml", "sessions.seriesPlanned", planned);
  }

  private SessionForm form() {
    SessionForm form = heldAt.form();
    form.setCommissionId(commission);
    return form;
  }

  /** Those still to be held. */
  public List<SessionRow> getPlanned() {
    return rows(CommissionSession.Status.PLANNED);
  }

  /** Those whose decisions are final. */
  public List<SessionRow> getClosed() {
    return rows(CommissionSession.Status.CLOSED);
  }

  private List<SessionRow> rows(CommissionSession.Status status) {
    return page.rows().stream().filter(row -> row.status() == status).toList();
  }

  public Pages getPages() {
    return Pages.at(number, ROWS, page.total());
  }

  /** Date, time and place of the session to plan. */
  public HeldAt getHeldAt() {
    return heldAt;
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }

  /** The landlord's commissions. */
  public List<CommissionRow> getAll() {
    return all;
  }

  /** Vacant dwellings that are proposed and on no agenda. */
  public int getAwaiting() {
    return awaiting;
  }

  public Long getCommission() {
    return commission;
  }

  public void setCommission(Long commission) {
    this.commission = commission;
  }

  public Integer getEveryWeeks() {
    return everyWeeks;
  }

  public void setEveryWeeks(Integer everyWeeks) {
    this.everyWeeks = everyWeeks;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }
}
