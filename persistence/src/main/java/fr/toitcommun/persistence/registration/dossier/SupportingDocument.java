package fr.toitcommun.persistence.registration.dossier;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A document that proves something of a demand, deposited once for all partners. Its content lies
 * in the {@link ContentStore}; no file name is kept, it might name people.
 */
@Entity
@Table(name = "supporting_document")
public class SupportingDocument {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "supporting_document")
  @SequenceGenerator(
      name = "supporting_document",
      sequenceName = "supporting_document_seq",
      allocationSize = 50)
  private Long id;

  @Version private int version;

  @Column(name = "demand_id")
  private long demandId;

  @Column(name = "departement_code")
  private String departementCode;

  @Column(name = "demand_desk_id")
  private long demandDeskId;

  @Column(name = "member_id")
  private Long memberId;

  private String kind;
  private boolean sensitive;

  @Enumerated(EnumType.STRING)
  private DocumentStatus status;

  @Enumerated(EnumType.STRING)
  private ScanState scan;

  @Column(name = "storage_key")
  private String storageKey;

  private String sha256;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "byte_size")
  private long byteSize;

  private int pages;

  @Column(name = "received_on")
  private LocalDate receivedOn;

  @Column(name = "issued_on")
  private LocalDate issuedOn;

  @Column(name = "tax_year")
  private Integer taxYear;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  @Column(name = "deposited_at")
  private OffsetDateTime depositedAt;

  @Column(name = "deposited_by")
  private Long depositedBy;

  @Column(name = "partner_id")
  private long partnerId;

  @Column(name = "judged_at")
  private OffsetDateTime judgedAt;

  @Column(name = "judged_by")
  private Long judgedBy;

  @Column(name = "refusal_reason")
  private String refusalReason;

  /** For the persistence provider. */
  protected SupportingDocument() {}

  /**
   * A document deposited for a demand.
   *
   * @param deposit what is said of it, checked
   * @param agentId who deposits it, for the partner of this identity
   */
  public static SupportingDocument of(
      Demand demand,
      DocumentKind kind,
      Deposit deposit,
      ReceivedContent content,
      long agentId,
      long partnerId,
      Instant at) {
    SupportingDocument document = new SupportingDocument();
    document.demandId = demand.id();
    document.departementCode = demand.departementCode();
    document.demandDeskId = demand.deskId();
    document.memberId = deposit.person();
    document.kind = kind.code();
    document.sensitive = kind.sensitive() != null;
    document.status = DocumentStatus.TO_CHECK;
    document.scan = content.scan();
    document.storageKey = content.key().toString();
    document.sha256 = content.sha256();
    document.mediaType = content.mediaType();
    document.byteSize = content.size();
    document.pages = content.pages();
    document.receivedOn = deposit.receivedOn();
    document.issuedOn = deposit.issuedOn();
    document.taxYear = kind.validity() == Validity.TAX_YEAR ? deposit.taxYear() : null;
    document.validUntil = kind.validUntil(deposit);
    document.depositedAt = at.atOffset(ZoneOffset.UTC);
    document.depositedBy = agentId;
    document.partnerId = partnerId;
    return document;
  }

  /**
   * An agent has looked at it.
   *
   * @param seen the state in which the agent saw it
   * @param reason why it is refused, code list DOCUMENT_REFUSAL; null: it is good
   * @throws RefusedInput when it is in quarantine, or another agent judged it meanwhile
   */
  public void judge(DocumentStatus seen, String reason, long agentId, Instant at) {
    requireOpen();
    if (status != seen) {
      throw RefusedInput.because("DOCUMENT_JUDGED_MEANWHILE");
    }
    status = reason == null ? DocumentStatus.CHECKED : DocumentStatus.REFUSED;
    refusalReason = reason;
    judgedBy = agentId;
    judgedAt = at.atOffset(ZoneOffset.UTC);
  }

  /**
   * Whether its content may leave the store.
   *
   * @throws RefusedInput while the scanner has not answered
   */
  public void requireOpen() {
    if (scan == ScanState.AWAITED) {
      throw RefusedInput.because("DOCUMENT_IN_QUARANTINE");
    }
  }

  /** Identity in the file; null until stored. */
  public Long id() {
    return id;
  }

  /** The demand it belongs to. */
  public long demandId() {
    return demandId;
  }

  /** Code of its kind. */
  public String kind() {
    return kind;
  }

  /** Whether it is on health, violence or justice. */
  public boolean sensitive() {
    return sensitive;
  }

  /** The partner that deposited it. */
  public long partnerId() {
    return partnerId;
  }

  /** Where its content lies. */
  public UUID storageKey() {
    return UUID.fromString(storageKey);
  }

  /** Type of its content. */
  public String mediaType() {
    return mediaType;
  }

  /** Bytes of its content. */
  public long byteSize() {
    return byteSize;
  }
}
