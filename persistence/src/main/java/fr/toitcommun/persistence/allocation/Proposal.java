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
import java.time.temporal.ChronoUnit;

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

  /** Orders the candidates of the vacancy; written by statement, see {@code Proposals.move}. */
  @Column(updatable = false)
  private int place;

  @Enumerated(EnumType.STRING)
  private NotificationChannel channel;

  @Column(name = "notified_on")
  private LocalDate notifiedOn;

  @Column(name = "called_on")
  private LocalDate calledOn;

  @Column(name = "reply_deadline")
  private LocalDate replyDeadline;

  @Column(name = "accepted_on")
  private LocalDate acceptedOn;

  @Column(name = "closed_on")
  private LocalDate closedOn;

  @Enumerated(EnumType.STRING)
  @Column(name = "release_reason")
  private ReleaseReason releaseReason;

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
   * Proposes an open vacancy to an active demand, told on the day itself, after everybody else.
   *
   * @param replyDays days to answer, at least those of R.441-10
   * @param madeBy the agent
   */
  public Proposal(Vacancy vacancy, Demand demand, LocalDate madeOn, int replyDays, long madeBy) {
    this(vacancy, demand, madeOn, replyDays, madeBy, NotificationChannel.HAND, 0);
  }

  /**
   * Proposes an open vacancy to an active demand.
   *
   * @param replyDays days to answer, at least those of R.441-10
   * @param madeBy the agent
   * @param channel how the applicant is told; the delay of a registered letter begins when its
   *     presentation is recorded
   * @param place orders the candidates of the vacancy
   */
  public Proposal(
      Vacancy vacancy,
      Demand demand,
      LocalDate madeOn,
      int replyDays,
      long madeBy,
      NotificationChannel channel,
      int place) {
    this.vacancy = vacancy;
    this.demand = demand;
    this.status = ProposalStatus.OPEN;
    this.madeOn = madeOn;
    this.madeBy = madeBy;
    this.channel = channel;
    this.place = place;
    told(channel.toldWhenSent(madeOn), replyDays);
  }

  private void told(LocalDate on, int replyDays) {
    notifiedOn = on;
    replyDeadline = on == null ? null : ReplyDeadline.after(on, replyDays);
  }

  /**
   * Records how and when the applicant was told, from which the delay to answer counts anew
   * (R.441-10); a registered letter counts from its first presentation.
   *
   * @param replyDays days to answer
   * @throws RefusedInput when it is closed, answered or not yet to be told, or the day impossible
   */
  public void recordNotification(
      NotificationChannel how, LocalDate on, LocalDate today, int replyDays) {
    requireNotificationOn(on, today);
    channel = how;
    told(on, replyDays);
  }

  /**
   * Makes sure that the applicant may be told on that day.
   *
   * @throws RefusedInput as {@link #recordNotification} does
   */
  public void requireNotificationOn(LocalDate on, LocalDate today) {
    if (!status.isOpen()) {
      throw RefusedInput.because("PROPOSAL_CLOSED");
    }
    if (acceptedOn != null) {
      throw RefusedInput.because("PROPOSAL_ANSWERED", acceptedOn);
    }
    // Of those allocated, only whose turn it is is told (R.441-3 b).
    if (status.isAllocation() && calledOn == null) {
      throw RefusedInput.because("TURN_NOT_COME");
    }
    LocalDate earliest = offeredOn();
    if (on.isBefore(earliest) || on.isAfter(today)) {
      throw RefusedInput.at("notifiedOn", "NOTIFICATION_DATE_IMPOSSIBLE", earliest, today);
    }
  }

  /** From when on it can be told and answered: made, or called by a commission's order. */
  private LocalDate offeredOn() {
    return calledOn == null ? madeOn : calledOn;
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
    if (replyDeadline != null && on.isAfter(replyDeadline)) {
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
    // What was said at the visit is no answer to what the commission offers.
    LocalDate earliest = offeredOn();
    if (on.isBefore(earliest) || on.isAfter(today)) {
      throw RefusedInput.at("on", "ANSWER_DATE_IMPOSSIBLE", earliest, today);
    }
  }

  /**
   * No answer by the deadline counts as refusal (R.441-10).
   *
   * @throws RefusedInput when the applicant may still answer or was never told, as nobody is who
   *     comes after others in the order of a commission (R.441-3 b)
   */
  public void lapse(LocalDate on) {
    if (replyDeadline == null) {
      throw RefusedInput.because("PROPOSAL_NOT_NOTIFIED");
    }
    if (!on.isAfter(replyDeadline) || acceptedOn != null) {
      throw RefusedInput.because("ANSWER_STILL_POSSIBLE", replyDeadline);
    }
    go(ProposalStatus.LAPSED);
    closedOn = on;
  }

  /**
   * The landlord takes it back.
   *
   * @throws RefusedInput when a commission has allocated the dwelling: its decision and its order
   *     bind the landlord (L.441-2)
   */
  public void withdraw(LocalDate on) {
    if (status.isAllocation()) {
      throw RefusedInput.because("ALLOCATED_BY_COMMISSION");
    }
    withdrawWithDwelling(on);
  }

  /** The dwelling is not to let any more, for a reason of its own. */
  public void withdrawWithDwelling(LocalDate on) {
    go(ProposalStatus.WITHDRAWN);
    closedOn = on;
  }

  /** Freed: the applicant is housed elsewhere, left the file, or the dwelling is let to another. */
  public void release(ReleaseReason why, LocalDate on) {
    go(ProposalStatus.RELEASED);
    releaseReason = why;
    closedOn = on;
  }

  /**
   * The suspensive condition was not met by its deadline: the allocation has fallen (R.441-3 c).
   *
   * @throws RefusedInput when nothing is suspended
   */
  public void dropCondition(LocalDate on) {
    if (status != ProposalStatus.CONDITIONAL) {
      throw RefusedInput.because("NO_CONDITION");
    }
    go(ProposalStatus.LAPSED);
    closedOn = on;
  }

  /** Somebody of better rank comes first: no delay runs (R.441-3 b). */
  public void awaitTurn() {
    calledOn = null;
    told(null, 0);
  }

  /**
   * The session is closed, or those of better rank have gone: it is this candidate's turn (R.441-3
   * b). The delay of their own opens once they are told, by the letter or otherwise (R.441-10); a
   * yes said before was none to this offer.
   */
  public void call(LocalDate on) {
    calledOn = on;
    acceptedOn = null;
    told(null, 0);
  }

  /**
   * The letter that offers the dwelling leaves on this day: the delay counts from it, anew for
   * whoever had been told without the letter, since it is the letter that states the delay
   * (R.441-10). A registered one counts from its presentation. It is not yet an offer to whom
   * others of better rank precede (R.441-3 b).
   *
   * @param replyDays days to answer
   * @return whether a delay begins
   */
  public boolean offeredByLetter(LocalDate on, int replyDays) {
    boolean precededByOthers = status.isAllocation() && (calledOn == null || on.isBefore(calledOn));
    boolean registered = channel.toldWhenSent(on) == null;
    if (registered || precededByOthers || acceptedOn != null || !status.isOpen()) {
      return false;
    }
    if (notifiedOn != null && !on.isAfter(notifiedOn)) {
      return false;
    }
    told(on, replyDays);
    return true;
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
   * The commission decided. An allocation will open a new delay to answer once the applicant is
   * told of it, which no decision does by itself (R.441-10); a yes said before it, at the visit,
   * was none to this offer.
   *
   * @param decided one of the five decisions as a status
   * @param on day of the session
   */
  public void decide(ProposalStatus decided, LocalDate on) {
    if (decided.isAllocation() && !status.isAllocation()) {
      acceptedOn = null;
    }
    if (decided != status) {
      go(decided);
    }
    calledOn = null;
    if (decided.isAllocation()) {
      told(null, 0);
      closedOn = null;
    } else {
      closedOn = on;
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

  /**
   * The lease was signed by mistake: the proposal stands where it stood (outside the table of
   * transitions, whose ends are ends).
   *
   * @param before the status it had
   * @param acceptedBefore when the applicant had said yes; null: not yet
   * @param today day on which it is taken back
   */
  public void takeBackLease(ProposalStatus before, LocalDate acceptedBefore, LocalDate today) {
    if (status != ProposalStatus.HOUSED) {
      throw RefusedInput.because("PROPOSAL_TRANSITION", status, before);
    }
    status = before;
    acceptedOn = acceptedBefore;
    standAgain(today);
  }

  /**
   * The lease that released it was signed by mistake: it stands where it stood.
   *
   * @param before the status it had
   * @param today day on which that lease is taken back
   * @return how many days it was ended
   */
  public int takeBackRelease(ProposalStatus before, LocalDate today) {
    if (status != ProposalStatus.RELEASED) {
      throw RefusedInput.because("PROPOSAL_TRANSITION", status, before);
    }
    status = before;
    releaseReason = null;
    return standAgain(today);
  }

  /**
   * Nobody answers while a lease stands: a delay that ran out meanwhile opens anew once the
   * applicant is told that the dwelling is offered still (R.441-10).
   */
  private int standAgain(LocalDate today) {
    if (acceptedOn == null && replyDeadline != null && replyDeadline.isBefore(today)) {
      told(null, 0);
    }
    int ended = (int) Math.max(0, ChronoUnit.DAYS.between(closedOn, today));
    closedOn = null;
    return ended;
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

  /** How the applicant is told. */
  public NotificationChannel channel() {
    return channel;
  }

  /** When the applicant was told; null: not yet. */
  public LocalDate notifiedOn() {
    return notifiedOn;
  }

  /** Since when it is this candidate's turn; null: it is not. */
  public LocalDate calledOn() {
    return calledOn;
  }

  /** Last day to answer; null: the applicant has not been told yet. */
  public LocalDate replyDeadline() {
    return replyDeadline;
  }

  /** When the applicant said yes; null until then. */
  public LocalDate acceptedOn() {
    return acceptedOn;
  }
}
