package fr.toitcommun.persistence.allocation;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A signed lease and the data that the cancellation by allocation must carry (arrêté of 17
 * September 2012, art. 1). One per demand, one per vacancy: the database holds to it.
 */
@Entity
public class Lease {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lease")
  @SequenceGenerator(name = "lease", sequenceName = "lease_seq", allocationSize = 50)
  private Long id;

  @Column(name = "vacancy_id")
  private long vacancyId;

  @Column(name = "demand_id")
  private long demandId;

  @Column(name = "proposal_id")
  private long proposalId;

  @Column(name = "signed_on")
  private LocalDate signedOn;

  @Column(name = "landlord_siren")
  private String landlordSiren;

  @Column(name = "was_tenant_of_landlord")
  private boolean wasTenantOfLandlord;

  @Column(name = "stock_register_id")
  private String stockRegisterId;

  @Column(name = "collective_agreement")
  private String collectiveAgreement;

  @Column(name = "dalo_status")
  private String daloStatus;

  private String quota;

  @Column(name = "priority_district")
  private boolean priorityDistrict;

  private int rent;

  @Column(name = "departement_code")
  private String departementCode;

  @Column(name = "initial_deposit_date")
  private LocalDate initialDepositDate;

  @Column(name = "renewal_rehousing")
  private boolean renewalRehousing;

  @Column(name = "situation_confirmed_by")
  private Long situationConfirmedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "proposal_status_before")
  private ProposalStatus proposalStatusBefore;

  @Column(name = "accepted_before")
  private LocalDate acceptedBefore;

  @Column(name = "signed_at")
  private OffsetDateTime signedAt;

  @Column(name = "cancelled_at")
  private OffsetDateTime cancelledAt;

  @Column(name = "cancelled_by")
  private Long cancelledBy;

  @Column(name = "cancellation_words")
  private String cancellationWords;

  /** For the persistence provider. */
  protected Lease() {}

  /**
   * The lease that ends a proposal, which still stands as it did before.
   *
   * @param landlordSiren SIREN of the landlord, nine digits
   * @param data what the agent states at signature
   * @param agent who signs and confirmed the household's situation
   * @param at when it is recorded
   */
  public Lease(Proposal proposal, String landlordSiren, LeaseData data, long agent, Instant at) {
    Vacancy vacancy = proposal.vacancy();
    Demand demand = proposal.demand();
    vacancyId = vacancy.id();
    demandId = demand.id();
    proposalId = proposal.id();
    signedOn = data.signedOn();
    this.landlordSiren = landlordSiren;
    wasTenantOfLandlord = data.wasTenantOfLandlord();
    stockRegisterId = vacancy.dwelling().stockRegisterId();
    collectiveAgreement = data.collectiveAgreement();
    daloStatus = data.daloStatus();
    quota = data.quota();
    priorityDistrict = vacancy.dwelling().priorityDistrict();
    rent = vacancy.dwelling().totalRent();
    departementCode = demand.departementCode();
    initialDepositDate = demand.initialDepositDate();
    renewalRehousing = Boolean.TRUE.equals(data.renewalRehousing());
    situationConfirmedBy = agent;
    proposalStatusBefore = proposal.status();
    acceptedBefore = proposal.acceptedOn();
    signedAt = at.atOffset(ZoneOffset.UTC);
  }

  /**
   * It was signed by mistake: kept, with who says so, when and why.
   *
   * @param words why
   * @throws RefusedInput when it is cancelled already, or nothing says why
   */
  public void cancel(String words, long agent, Instant at) {
    requireStanding();
    if (words == null || words.isBlank()) {
      throw RefusedInput.at("words", "REQUIRED");
    }
    cancellationWords = words.strip();
    cancelledBy = agent;
    cancelledAt = at.atOffset(ZoneOffset.UTC);
  }

  /**
   * Makes sure that it has not been cancelled.
   *
   * @throws RefusedInput when it has
   */
  public void requireStanding() {
    if (cancelledAt != null) {
      throw RefusedInput.because("LEASE_CANCELLED");
    }
  }

  /** The vacancy let. */
  public long vacancyId() {
    return vacancyId;
  }

  /** The demand satisfied. */
  public long demandId() {
    return demandId;
  }

  /** The proposal it ended. */
  public long proposalId() {
    return proposalId;
  }

  /** Day of signature. */
  public LocalDate signedOn() {
    return signedOn;
  }

  /** Where the proposal stood before; null for leases older than this is kept. */
  public ProposalStatus proposalStatusBefore() {
    return proposalStatusBefore;
  }

  /** When the applicant had said yes before the signature; null: not, or not known. */
  public LocalDate acceptedBefore() {
    return acceptedBefore;
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }
}
