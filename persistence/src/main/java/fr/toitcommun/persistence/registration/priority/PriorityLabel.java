package fr.toitcommun.persistence.registration.priority;

import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/**
 * A priority that somebody asks to have recognised, and that a partner who may do so certifies:
 * who, when, until when (L.441-1, R.441-2-15). No rule ever certifies one.
 */
@Entity
@Table(name = "priority_label")
public class PriorityLabel {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "priority_label")
  @SequenceGenerator(
      name = "priority_label",
      sequenceName = "priority_label_seq",
      allocationSize = 50)
  private Long id;

  @Version private int version;

  @Column(name = "demand_id")
  private long demandId;

  @Enumerated(EnumType.STRING)
  private LabelKind kind;

  private String code;

  @Enumerated(EnumType.STRING)
  private LabelState state;

  @Enumerated(EnumType.STRING)
  private DetectionRule rule;

  @Column(name = "asked_on")
  private LocalDate askedOn;

  @Column(name = "asked_by")
  private Long askedBy;

  @Column(name = "asked_partner_id")
  private Long askedPartnerId;

  @Column(name = "decided_on")
  private LocalDate decidedOn;

  @Column(name = "decided_by")
  private Long decidedBy;

  @Column(name = "decided_partner_id")
  private Long decidedPartnerId;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  private String proof;
  private String word;

  @Column(name = "commission_reference")
  private String commissionReference;

  @Column(name = "decision_date")
  private LocalDate decisionDate;

  @Column(name = "rehouse_by")
  private LocalDate rehouseBy;

  @Column(name = "rehoused_on")
  private LocalDate rehousedOn;

  /** For the persistence provider. */
  protected PriorityLabel() {}

  /** Who acts, and on which day. */
  public record By(Long agentId, Long partnerId, LocalDate on) {}

  /**
   * How long recognitions hold and offers may take.
   *
   * @param months how long a recognition without a stated end holds: 12
   * @param rehousingMonths within which a DALO is to be offered a dwelling: 3 or 6
   */
  public record Delays(int months, int rehousingMonths) {}

  /** Somebody asks that a priority of a demand be certified. */
  public static PriorityLabel asked(Demand demand, LabelRequest request, By by) {
    PriorityLabel label = new PriorityLabel();
    label.demandId = demand.id();
    label.kind = request.kind();
    label.code = request.code();
    label.rule = request.rule();
    label.proof = request.proof();
    label.state = LabelState.PROPOSED;
    label.askedOn = by.on();
    label.askedBy = by.agentId();
    label.askedPartnerId = by.partnerId();
    return label;
  }

  /**
   * Recognised from this day (L.441-1). A DALO has an offer due within the delay of R.441-16-1 from
   * the commission's decision.
   *
   * @throws RefusedInput when it was decided already
   */
  public void certify(LabelRequest request, By by, Delays delays) {
    require(LabelState.PROPOSED);
    decide(LabelState.CERTIFIED, by);
    proof = request.proof();
    validUntil =
        request.validUntil() != null || request.dalo()
            ? request.validUntil()
            : by.on().plusMonths(delays.months());
    if (request.dalo()) {
      commissionReference = request.commissionReference();
      decisionDate = request.decisionDate();
      rehouseBy = request.decisionDate().plusMonths(delays.rehousingMonths());
    }
  }

  /**
   * Not recognised; remembered, so that it is not proposed again.
   *
   * @throws RefusedInput when it was decided already
   */
  public void reject(String why, By by) {
    require(LabelState.PROPOSED);
    decide(LabelState.REJECTED, by);
    word = why;
  }

  /**
   * Taken back.
   *
   * @throws RefusedInput when it is not in force
   */
  public void withdraw(String why, By by) {
    require(LabelState.CERTIFIED);
    decide(LabelState.WITHDRAWN, by);
    word = why;
  }

  /**
   * The household of a DALO was rehoused: the recognition is fulfilled.
   *
   * @throws RefusedInput when this is no DALO in force, or the day lies before its decision
   */
  public void rehouse(LocalDate on) {
    require(LabelState.CERTIFIED);
    if (!dalo()) {
      throw RefusedInput.because("LABEL_NOT_DALO");
    }
    if (on.isBefore(decisionDate)) {
      throw RefusedInput.at("on", "REHOUSED_BEFORE_DECISION", decisionDate);
    }
    rehousedOn = on;
  }

  private void decide(LabelState to, By by) {
    state = to;
    decidedOn = by.on();
    decidedBy = by.agentId();
    decidedPartnerId = by.partnerId();
  }

  private void require(LabelState wanted) {
    if (state != wanted) {
      throw RefusedInput.because(
          wanted == LabelState.PROPOSED ? "LABEL_DECIDED" : "LABEL_NOT_IN_FORCE");
    }
  }

  private boolean dalo() {
    return kind == LabelKind.GROUND && PriorityGround.DALO.name().equals(code);
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }

  /** Counts the changes; a writer states the one it read. */
  public int version() {
    return version;
  }

  /** The demand it is of. */
  public long demandId() {
    return demandId;
  }

  /** What it recognises. */
  public LabelKind kind() {
    return kind;
  }

  /** Which ground, agreement or contingent. */
  public String code() {
    return code;
  }

  /** Where it stands. */
  public LabelState state() {
    return state;
  }

  /** Last day in force; null: none stated. */
  public LocalDate validUntil() {
    return validUntil;
  }

  /** Day by which a DALO is to be offered a dwelling; null for others. */
  public LocalDate rehouseBy() {
    return rehouseBy;
  }

  /** The partner that decided; null while nobody has. */
  public Long decidedPartnerId() {
    return decidedPartnerId;
  }
}
