package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A vacant dwelling proposed to an applicant, from the proposal to the lease or to its refusal. */
@Entity
public class Proposal {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "proposal")
  @SequenceGenerator(name = "proposal", sequenceName = "proposal_seq", allocationSize = 50)
  private Long id;

  @Version private int version;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "vacancy_id")
  private Vacancy vacancy;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "demand_id")
  private Demand demand;

  @Enumerated(EnumType.STRING)
  private ProposalStatus status;

  @Column(name = "made_on")
  private LocalDate madeOn;

  @Column(name = "made_by")
  private Long madeBy;

  @Column(name = "reply_deadline")
  private LocalDate replyDeadline;

  @Column(name = "accepted_on")
  private LocalDate acceptedOn;

  @Column(name = "closed_on")
  private LocalDate closedOn;

  @Column(name = "refusal_motive")
  private String refusalMotive;

  @Column(name = "refusal_detail")
  private String refusalDetail;

  @Column(name = "designated_by")
  private Long designatedBy;

  @Column(name = "designated_rank")
  private Integer designatedRank;

  /** For the persistence provider. */
  protected Proposal() {}

  /**
   * Proposes an open vacancy to an active demand.
   *
   * @param replyDays days to answer, at least those of R.441-10
   * @param madeBy the agent
   */
  public Proposal(Vacancy vacancy, Demand demand, LocalDate madeOn, int replyDays, long madeBy) {
    this.vacancy = vacancy;
    this.demand = demand;
    this.status = ProposalStatus.OPEN;
    this.madeOn = madeOn;
    this.madeBy = madeBy;
    this.replyDeadline = ReplyDeadline.after(madeOn, replyDays);
  }

  /**
   * A reservation holder designated this candidate (R.441-5).
   *
   * @param holderId the partner
   * @param rank its order of preference, from 1
   */
  public Proposal designatedBy(long holderId, int rank) {
    designatedBy = holderId;
    designatedRank = rank;
    return this;
  }

  /** Partner that designated the candidate; null: the landlord found it. */
  public Long designatedBy() {
    return designatedBy;
  }

  /**
   * The applicant says yes.
   *
   * @throws RefusedInput when the proposal is closed or the day impossible
   */
  public void accept(LocalDate on, LocalDate today) {
    checkAnswer(on, today);
    if (on.isAfter(replyDeadline)) {
      throw RefusedInput.at("on", "ANSWER_AFTER_DEADLINE", replyDeadline);
    }
    acceptedOn = on;
  }

  /**
   * The applicant says no, with a motive of the list REFUSAL_MOTIVE.
   *
   * @throws RefusedInput when the proposal is closed, the day impossible or the motive missing
   */
  public void refuse(String motive, String detail, LocalDate on, LocalDate today) {
    checkAnswer(on, today);
    if (motive == null) {
      throw RefusedInput.at("motive", "REQUIRED");
    }
    if ("OTHER".equals(motive) && (detail == null || detail.isBlank())) {
      throw RefusedInput.at("detail", "REQUIRED");
    }
    go(ProposalStatus.REFUSED);
    refusalMotive = motive;
    refusalDetail = detail;
    closedOn = on;
  }

  private void checkAnswer(LocalDate on, LocalDate today) {
    if (!status.isOpen()) {
      throw RefusedInput.because("PROPOSAL_CLOSED");
    }
    if (on.isBefore(madeOn) || on.isAfter(today)) {
      throw RefusedInput.at("on", "ANSWER_DATE_IMPOSSIBLE", madeOn, today);
    }
  }

  /** No answer by the deadline counts as refusal (R.441-10). */
  public void lapse(LocalDate on) {
    if (!on.isAfter(replyDeadline) || acceptedOn != null) {
      throw RefusedInput.because("ANSWER_STILL_POSSIBLE", replyDeadline);
    }
    go(ProposalStatus.LAPSED);
    closedOn = on;
  }

  /** The landlord takes it back. */
  public void withdraw(LocalDate on) {
    go(ProposalStatus.WITHDRAWN);
    closedOn = on;
  }

  /** Freed: the applicant is housed elsewhere, left the file, or the dwelling is let to another. */
  public void release(LocalDate on) {
    go(ProposalStatus.RELEASED);
    closedOn = on;
  }

  /** Goes to a commission. */
  public void putOnAgenda() {
    go(ProposalStatus.ON_AGENDA);
  }

  /** Comes back from an agenda before the session decided. */
  public void takeOffAgenda() {
    go(ProposalStatus.OPEN);
  }

  /**
   * The commission decided. An allocation is notified and opens a new delay to answer (R.441-10).
   *
   * @param decided one of the five decisions as a status
   */
  public void decide(ProposalStatus decided, LocalDate notified, int replyDays) {
    if (decided != status) {
      go(decided);
    }
    if (decided.isAllocation()) {
      replyDeadline = ReplyDeadline.after(notified, replyDays);
      closedOn = null;
    } else {
      closedOn = notified;
    }
  }

  /** The lease is signed. */
  public void house(LocalDate signedOn) {
    go(ProposalStatus.HOUSED);
    if (acceptedOn == null) {
      acceptedOn = signedOn;
    }
    closedOn = signedOn;
  }

  private void go(ProposalStatus next) {
    if (!status.allows(next)) {
      throw RefusedInput.because("PROPOSAL_TRANSITION", status, next);
    }
    status = next;
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }

  /** Where it stands. */
  public ProposalStatus status() {
    return status;
  }

  /** The vacancy proposed. */
  public Vacancy vacancy() {
    return vacancy;
  }

  /** The demand it is proposed to. */
  public Demand demand() {
    return demand;
  }

  /** Last day to answer. */
  public LocalDate replyDeadline() {
    return replyDeadline;
  }

  /** When the applicant said yes; null until then. */
  public LocalDate acceptedOn() {
    return acceptedOn;
  }
}
