package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.commission.SessionDecisions;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The decision of the commission on one candidate (R.441-3). */
@Named
@ViewScoped
public class RecordDecision implements Serializable {
  @Inject private CommissionSessions sessions;
  @Inject private SessionDecisions decisions;

  private long session;
  private long id;
  private SessionDetail detail;
  private SessionDetail.Item item;
  private SessionDetail.Candidate candidate;
  private DecisionEntry entry;

  /** Reads the candidate with what is decided already. */
  public void load() {
    detail = sessions.open(session);
    item =
        detail.items().stream()
            .filter(one -> one.candidates().stream().anyMatch(this::isMeant))
            .findFirst()
            .orElseThrow(() -> new NotInScope("candidate " + id));
    candidate = item.candidates().stream().filter(this::isMeant).findFirst().orElseThrow();
    entry = DecisionEntry.of(candidate);
  }

  private boolean isMeant(SessionDetail.Candidate one) {
    return one.candidateId() == id;
  }

  /** Records it and goes back to the agenda. */
  public void decide() {
    store();
    Done.go(
        "/session.xhtml?id=" + session + "#item-" + item.itemId(),
        "decide.done",
        candidate.applicant());
  }

  /**
   * Records it and goes to the next candidate without decision; to the agenda when there is none.
   */
  public void decideAndGoOn() {
    store();
    Done.go(
        detail.items().stream()
            .flatMap(one -> one.candidates().stream())
            .filter(one -> !isMeant(one) && one.awaitsDecision())
            .findFirst()
            .map(one -> "/decide.xhtml?session=" + session + "&id=" + one.candidateId())
            .orElse("/session.xhtml?id=" + session),
        "decide.done",
        candidate.applicant());
  }

  private void store() {
    decisions.decide(session, id, candidate.version(), entry.form());
  }

  public SessionDetail getDetail() {
    return detail;
  }

  public SessionDetail.Item getItem() {
    return item;
  }

  public SessionDetail.Candidate getCandidate() {
    return candidate;
  }

  public DecisionEntry getEntry() {
    return entry;
  }

  public long getSession() {
    return session;
  }

  public void setSession(long session) {
    this.session = session;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
