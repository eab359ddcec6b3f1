package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Something that happened to a demand, kept for its history (R.441-2-15). Never changed. */
@Entity
@Table(name = "demand_event")
public class DemandEvent {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "demand_event")
  @SequenceGenerator(
      name = "demand_event",
      sequenceName = "demand_event_seq",
      allocationSize = 1000)
  private Long id;

  @Column(name = "demand_id")
  private long demandId;

  @Enumerated(EnumType.STRING)
  private DemandEventKind kind;

  @Column(name = "occurred_at")
  private OffsetDateTime occurredAt;

  @Column(name = "effective_on")
  private LocalDate effectiveOn;

  @Column(name = "agent_id")
  private Long agentId;

  @Column(name = "partner_id")
  private Long partnerId;

  @Column(name = "departement_code")
  private String departementCode;

  @Enumerated(EnumType.STRING)
  @Column(name = "word_of")
  private WordOf wordOf;

  private String detail;
  private String changes;

  @Column(name = "deposit_after")
  private LocalDate depositAfter;

  @Column(name = "renewal_after")
  private LocalDate renewalAfter;

  @Column(name = "valid_after")
  private LocalDate validAfter;

  /** For the persistence provider. */
  protected DemandEvent() {}

  /**
   * An event of a stored demand.
   *
   * @param agentId who acted; null for a job
   * @param effectiveOn day from which it counts
   * @param detail a precision without any name, such as a reason's code; may be null
   */
  public DemandEvent(
      Demand demand,
      DemandEventKind kind,
      Instant occurredAt,
      LocalDate effectiveOn,
      Long agentId,
      Long partnerId,
      String detail) {
    this.demandId = demand.id();
    this.departementCode = demand.departementCode();
    this.kind = kind;
    this.occurredAt = occurredAt.atOffset(ZoneOffset.UTC);
    this.effectiveOn = effectiveOn;
    this.agentId = agentId;
    this.partnerId = partnerId;
    this.detail = detail;
  }

  /** Keeps what changed, field by field, and on whose word. */
  public DemandEvent withChanges(WordOf source, List<FieldChange> fieldChanges) {
    wordOf = source;
    changes = FieldChange.written(fieldChanges);
    return this;
  }

  /** Keeps how the demand stood after it, for an event that changed since when it counts. */
  public DemandEvent leaving(Standing standing) {
    depositAfter = standing.deposit();
    renewalAfter = standing.renewal();
    validAfter = standing.validUntil();
    return this;
  }
}
