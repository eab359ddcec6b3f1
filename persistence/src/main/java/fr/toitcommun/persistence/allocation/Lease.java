package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.Demand;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;

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

  /** For the persistence provider. */
  protected Lease() {}

  /**
   * The lease that ends a proposal.
   *
   * @param landlordSiren SIREN of the landlord, nine digits
   * @param data what the agent states at signature
   */
  public Lease(Proposal proposal, String landlordSiren, LeaseData data) {
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
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }
}
