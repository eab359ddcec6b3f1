package fr.toitcommun.persistence.allocation;

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
import java.math.BigDecimal;
import java.time.LocalDate;

/** A dwelling to let again, from the notice of its tenant to the next lease. */
@Entity
public class Vacancy {
  /** Of no contingent (code list QUOTA). */
  public static final String OUTSIDE = "AUCUN";

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vacancy")
  @SequenceGenerator(name = "vacancy", sequenceName = "vacancy_seq", allocationSize = 50)
  private Long id;

  @Version private int version;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "dwelling_id")
  private Dwelling dwelling;

  @Column(name = "available_from")
  private LocalDate availableFrom;

  @Column(name = "declared_on")
  private LocalDate declaredOn;

  private String quota;

  @Enumerated(EnumType.STRING)
  private VacancyStatus status;

  @Column(name = "notice_on")
  private LocalDate noticeOn;

  private String reason;

  @Column(name = "works_until")
  private LocalDate worksUntil;

  @Column(name = "flow_exclusion")
  private String flowExclusion;

  @Column(name = "withdrawn_on")
  private LocalDate withdrawnOn;

  @Column(name = "withdrawal_reason")
  private String withdrawalReason;

  @Column(name = "agreement_id")
  private Long agreementId;

  private boolean identified;

  @Column(name = "offered_on")
  private LocalDate offeredOn;

  @Column(name = "offered_quota")
  private String offeredQuota;

  @Column(name = "offered_share")
  private BigDecimal offeredShare;

  @Column(name = "agreed_share")
  private BigDecimal agreedShare;

  @Column(name = "offer_reason")
  private String offerReason;

  @Column(name = "designation_deadline")
  private LocalDate designationDeadline;

  @Enumerated(EnumType.STRING)
  private DesignationState designation = DesignationState.NONE;

  /** For the persistence provider. */
  protected Vacancy() {}

  /** Declares a dwelling vacant. */
  public Vacancy(Dwelling dwelling, LocalDate availableFrom, LocalDate declaredOn, String quota) {
    this.dwelling = dwelling;
    this.availableFrom = availableFrom;
    this.declaredOn = declaredOn;
    this.quota = quota;
    this.status = VacancyStatus.OPEN;
  }

  /** Declares a dwelling vacant, outside every contingent until it is offered. */
  public Vacancy(Dwelling dwelling, VacancyForm form, LocalDate declaredOn) {
    this(dwelling, form.getAvailableFrom(), declaredOn, OUTSIDE);
    change(form);
  }

  /**
   * Its dates and reasons are as stated from now on; {@link VacancyForm} was found valid.
   *
   * @return whether it counts in the flow (R.441-5) and did not, or the reverse
   * @throws RefusedInput when it is not to let any more, or that changes once a holder has
   *     designated candidates
   */
  public final boolean change(VacancyForm form) {
    requireOpen();
    boolean flows = (flowExclusion == null) != (form.getFlowExclusion() == null);
    if (flows && designation == DesignationState.DESIGNATED) {
      throw RefusedInput.at("flowExclusion", "ALREADY_DESIGNATED");
    }
    availableFrom = form.getAvailableFrom();
    noticeOn = form.getNoticeOn();
    reason = form.getReason();
    worksUntil = form.getWorksUntil();
    flowExclusion = form.getFlowExclusion();
    return flows;
  }

  /**
   * Puts it at the disposal of a reservation holder (R.441-5).
   *
   * @param offer to whom, under what, and why; its state is not looked at
   * @throws RefusedInput when it is not to let any more or a holder has designated candidates
   */
  public void offer(VacancyOffer offer) {
    requireUndesignated();
    agreementId = offer.agreementId();
    identified = offer.identified();
    offeredOn = offer.offeredOn();
    offeredQuota = offer.quota();
    offeredShare = offer.share();
    agreedShare = offer.agreed();
    offerReason = offer.reason();
    designationDeadline = offer.deadline();
    designation = DesignationState.AWAITED;
    quota = offer.quota();
  }

  /**
   * The landlord keeps it: no holder is behind its share, or for a reason.
   *
   * @param why why it was not left to the rule; null: it was
   * @throws RefusedInput when it is not to let any more or a holder has designated candidates
   */
  public void keep(String underQuota, String why) {
    requireUndesignated();
    agreementId = null;
    identified = false;
    offeredOn = null;
    offeredQuota = null;
    offeredShare = null;
    agreedShare = null;
    offerReason = why;
    designationDeadline = null;
    designation = DesignationState.NONE;
    quota = underQuota;
  }

  private void requireUndesignated() {
    requireOpen();
    if (designation == DesignationState.DESIGNATED) {
      throw RefusedInput.because("ALREADY_DESIGNATED");
    }
  }

  /**
   * The holder designates candidates, until the deadline.
   *
   * @throws RefusedInput when the time has run out or the dwelling is not to let any more
   */
  public void designate(LocalDate on) {
    requireOpen();
    if (designation == DesignationState.NONE
        || designation == DesignationState.LAPSED
        || on.isAfter(designationDeadline)) {
      throw RefusedInput.because("DESIGNATION_TOO_LATE", designationDeadline);
    }
    designation = DesignationState.DESIGNATED;
  }

  /**
   * Makes sure that the landlord may propose it itself: while a holder may still designate, it may
   * not (R.441-5).
   *
   * @throws RefusedInput naming the deadline
   */
  public void requireNotAwaited(LocalDate on) {
    if (designation == DesignationState.AWAITED && !on.isAfter(designationDeadline)) {
      throw RefusedInput.because("DESIGNATION_AWAITED", designationDeadline);
    }
  }

  /**
   * The dwelling is not to let any more.
   *
   * @param why code list VACANCY_WITHDRAWAL
   * @throws RefusedInput when it is not to let any more already
   */
  public void withdraw(String why, LocalDate on) {
    requireOpen();
    status = VacancyStatus.WITHDRAWN;
    withdrawnOn = on;
    withdrawalReason = why;
  }

  /**
   * The dwelling has its tenant.
   *
   * @throws RefusedInput when it is not to let any more
   */
  public void let() {
    requireOpen();
    status = VacancyStatus.LET;
  }

  /**
   * Its lease was signed by mistake: it is to let again.
   *
   * @throws RefusedInput when it has no tenant
   */
  public void takeBackLease() {
    if (status != VacancyStatus.LET) {
      throw RefusedInput.because("VACANCY_NOT_LET");
    }
    status = VacancyStatus.OPEN;
  }

  /**
   * Makes sure that the dwelling is still to let.
   *
   * @throws RefusedInput when it is not
   */
  public void requireOpen() {
    if (status != VacancyStatus.OPEN) {
      throw RefusedInput.because("VACANCY_CLOSED");
    }
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }

  /** The dwelling. */
  public Dwelling dwelling() {
    return dwelling;
  }

  /** Whose contingent it is, code list QUOTA. */
  public String quota() {
    return quota;
  }

  /** Agreement under which it was offered; null: the landlord proposes it itself. */
  public Long agreementId() {
    return agreementId;
  }

  /** Where the designation by a holder stands, as it was written down. */
  public DesignationState designation() {
    return designation;
  }

  /** Last day on which the holder may designate; null: it was offered to nobody. */
  public LocalDate designationDeadline() {
    return designationDeadline;
  }

  /** Why it does not count in the flow (code list FLOW_EXCLUSION); null: it counts. */
  public String flowExclusion() {
    return flowExclusion;
  }

  /** Counts its changes: who changes an older state is told. */
  public int version() {
    return version;
  }

  /** Where it stands. */
  public VacancyStatus status() {
    return status;
  }
}
