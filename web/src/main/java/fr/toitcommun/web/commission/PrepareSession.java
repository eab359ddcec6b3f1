package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.commission.SessionDecisions;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;

/** A session while it is prepared and once it is held: when, where, who, and its closing. */
@Named
@ViewScoped
public class PrepareSession implements Serializable {
  @Inject private CommissionSessions sessions;
  @Inject private SessionDecisions decisions;

  private long id;
  private SessionDetail detail;
  private final HeldAt heldAt = new HeldAt();
  private LocalDate copyOn;

  /** Reads the session. */
  public void load() {
    detail = sessions.open(id);
    heldAt.read(detail.heldAt(), detail.place());
  }

  /** Moves it to another date or place. */
  public void reschedule() {
    sessions.reschedule(id, heldAt.form());
    Done.go("/session.xhtml?id=" + id, "session.rescheduled");
  }

  /** Plans another like it on another day. */
  public void copy() {
    Done.go("/session.xhtml?id=" + sessions.copy(id, copyOn), "session.copied");
  }

  /** Closes the session. */
  public void close() {
    decisions.close(id);
    Done.go("/session.xhtml?id=" + id, "session.closed");
  }

  /** Whether it may still be changed. */
  public boolean isPlanned() {
    return detail.status() == CommissionSession.Status.PLANNED;
  }

  /** A candidate's name. */
  public String applicant(long candidateId) {
    return detail.items().stream()
        .flatMap(item -> item.candidates().stream())
        .filter(one -> one.candidateId() == candidateId)
        .map(SessionDetail.Candidate::applicant)
        .findFirst()
        .orElse("");
  }

  /** How many candidates still await a decision. */
  public long getUndecided() {
    return detail.items().stream()
        .flatMap(item -> item.candidates().stream())
        .filter(SessionDetail.Candidate::awaitsDecision)
        .count();
  }

  public SessionDetail getDetail() {
    return detail;
  }

  public HeldAt getHeldAt() {
    return heldAt;
  }

  /** Day of the session to plan like this one. */
  public LocalDate getCopyOn() {
    return copyOn;
  }

  public void setCopyOn(LocalDate copyOn) {
    this.copyOn = copyOn;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
