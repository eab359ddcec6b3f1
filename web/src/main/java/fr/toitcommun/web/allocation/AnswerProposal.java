package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.ejb.commission.SessionDecisions;
import fr.toitcommun.persistence.allocation.NotificationChannel;
import fr.toitcommun.persistence.allocation.ProposalRow;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;

/** A proposal, and what the applicant or the landlord says to it. */
@Named
@ViewScoped
public class AnswerProposal implements Serializable {
  /** What may be said. */
  public enum Answer {
    ACCEPT,
    REFUSE,
    LAPSE,
    WITHDRAW
  }

  @Inject private Proposals proposals;
  @Inject private Vacancies vacancies;
  @Inject private SessionDecisions decisions;
  @Inject private Texts texts;

  private long id;
  private ProposalRow proposal;
  private VacancyRow dwelling;
  private Answer answer;
  private LocalDate on;
  private NotificationChannel channel;
  private LocalDate notifiedOn;
  private String motive;
  private String detail;

  /** Reads it. */
  public void load() {
    proposal = proposals.open(id);
    dwelling = vacancies.open(proposal.vacancyId());
    channel = proposal.channel();
  }

  /** Records the answer. */
  public void record() {
    switch (answer) {
      case ACCEPT -> proposals.accept(id, on);
      case REFUSE -> proposals.refuse(id, motive, detail, on);
      case LAPSE -> proposals.lapse(id);
      case WITHDRAW -> proposals.withdraw(id);
    }
    Done.go(
        "/vacancy.xhtml?id=" + proposal.vacancyId(),
        "proposal.done." + answer,
        proposal.applicant());
  }

  /** Records how and when the applicant was told: the delay counts from then (R.441-10). */
  public void tell() {
    proposals.recordNotification(id, channel, notifiedOn);
    Done.go("/proposal.xhtml?id=" + id, "notification.done");
  }

  /** How an applicant may be told. */
  public NotificationChannel[] getChannels() {
    return NotificationChannel.values();
  }

  /** The missing document of a conditional allocation was supplied. */
  public void meetCondition() {
    decisions.meetCondition(proposal.sessionId(), proposal.candidateId());
    Done.go("/proposal.xhtml?id=" + id, "proposal.conditionMet");
  }

  /** Whether no answer has come and none can come any more (R.441-10). */
  public boolean isOverdue() {
    return proposal.overdue() && proposal.acceptedOn() == null;
  }

  /** Whether a document is awaited before the lease. */
  public boolean isConditional() {
    return Decision.CONDITIONAL_ALLOCATION.status() == proposal.status()
        && proposal.conditionMetOn() == null;
  }

  /** Why what the commission has allocated cannot be withdrawn, in words. */
  public String getWhyNotWithdrawn() {
    return texts.fault(Fault.at("", "ALLOCATED_BY_COMMISSION"));
  }

  public ProposalRow getProposal() {
    return proposal;
  }

  public VacancyRow getDwelling() {
    return dwelling;
  }

  public Answer getAnswer() {
    return answer;
  }

  public void setAnswer(Answer answer) {
    this.answer = answer;
  }

  public LocalDate getOn() {
    return on;
  }

  public void setOn(LocalDate on) {
    this.on = on;
  }

  public NotificationChannel getChannel() {
    return channel;
  }

  public void setChannel(NotificationChannel channel) {
    this.channel = channel;
  }

  public LocalDate getNotifiedOn() {
    return notifiedOn;
  }

  public void setNotifiedOn(LocalDate notifiedOn) {
    this.notifiedOn = notifiedOn;
  }

  public String getMotive() {
    return motive;
  }

  public void setMotive(String motive) {
    this.motive = motive;
  }

  public String getDetail() {
    return detail;
  }

  public void setDetail(String detail) {
    this.detail = detail;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
