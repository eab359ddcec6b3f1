package fr.toitcommun.persistence.allocation.reservation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The agreement of a landlord with a reservation holder in a département (R.441-5): a share of the
 * flow of a year, dwellings identified one by one, or both.
 */
@Entity
@Table(name = "reservation_agreement")
public class ReservationAgreement {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reservation_agreement")
  @SequenceGenerator(
      name = "reservation_agreement",
      sequenceName = "reservation_agreement_seq",
      allocationSize = 50)
  private Long id;

  @Version private int version;

  @Column(name = "landlord_id")
  private long landlordId;

  @Column(name = "holder_id")
  private long holderId;

  @Column(name = "departement_code")
  private String departementCode;

  private String quota;
  private BigDecimal percent;

  @Column(name = "agents_percent")
  private BigDecimal agentsPercent;

  @Column(name = "designation_days")
  private int designationDays;

  @Column(name = "signed_on")
  private LocalDate signedOn;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @ElementCollection
  @CollectionTable(name = "reserved_dwelling", joinColumns = @JoinColumn(name = "agreement_id"))
  @Column(name = "dwelling_id")
  private Set<Long> identified = new HashSet<>();

  /** For the persistence provider. */
  protected ReservationAgreement() {}

  /**
   * An agreement as stated, which was found valid.
   *
   * @param dwellings identities of the identified dwellings
   */
  public ReservationAgreement(long landlordId, AgreementForm form, Collection<Long> dwellings) {
    this.landlordId = landlordId;
    this.holderId = form.getHolderId();
    this.departementCode = form.getDepartementCode();
    change(form, dwellings);
  }

  /**
   * Its terms are as stated from now on; who agreed and where stays.
   *
   * @param dwellings identities of the identified dwellings
   */
  public final void change(AgreementForm form, Collection<Long> dwellings) {
    quota = form.getQuota();
    percent = form.getPercent();
    agentsPercent = Objects.requireNonNullElse(form.getAgentsPercent(), BigDecimal.ZERO);
    designationDays = form.getDesignationDays();
    signedOn = form.getSignedOn();
    validFrom = form.getValidFrom();
    validTo = form.getValidTo();
    identified.retainAll(dwellings);
    identified.addAll(dwellings);
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }

  /** Counts its changes: who modifies an older state is told. */
  public int version() {
    return version;
  }

  /** The landlord. */
  public long landlordId() {
    return landlordId;
  }

  /** The reservation holder. */
  public long holderId() {
    return holderId;
  }

  /** Where it holds. */
  public String departementCode() {
    return departementCode;
  }
}
