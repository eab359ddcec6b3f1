package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.DwellingType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** A dwelling of a landlord's stock, with fields of the national stock register (RPLS). */
@Entity
public class Dwelling {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dwelling")
  @SequenceGenerator(name = "dwelling", sequenceName = "dwelling_seq", allocationSize = 50)
  private Long id;

  @Column(name = "landlord_id")
  private long landlordId;

  @Column(name = "stock_register_id")
  private String stockRegisterId;

  @Column(name = "internal_reference")
  private String internalReference;

  @Column(name = "municipality_code")
  private String municipalityCode;

  private String address;
  private Integer floor;
  private boolean lift;
  private String category;

  @Enumerated(EnumType.STRING)
  @Column(name = "dwelling_type")
  private DwellingType type;

  private int surface;

  @Column(name = "main_rent")
  private int mainRent;

  private int charges;

  @Enumerated(EnumType.STRING)
  private FundingScheme scheme;

  @Column(name = "energy_class")
  private String energyClass;

  @Column(name = "priority_district")
  private boolean priorityDistrict;

  private boolean wheelchair;

  @Column(name = "adapted_plai")
  private boolean adaptedPlai;

  @Column(name = "completion_year")
  private Integer completionYear;

  /** For the persistence provider. */
  protected Dwelling() {}

  /** A dwelling of a landlord as declared; {@link DwellingForm} was found valid. */
  public Dwelling(long landlordId, DwellingForm form) {
    this.landlordId = landlordId;
    stockRegisterId = form.getStockRegisterId();
    internalReference = form.getInternalReference();
    municipalityCode = form.getMunicipalityCode();
    address = form.getAddress();
    floor = form.getFloor();
    lift = form.isLift();
    category = form.getCategory();
    type = DwellingType.valueOf(form.getType());
    surface = form.getSurface();
    mainRent = form.getMainRent();
    charges = form.getCharges();
    scheme = FundingScheme.valueOf(form.getScheme());
    energyClass = form.getEnergyClass();
    priorityDistrict = form.isPriorityDistrict();
    wheelchair = form.isWheelchair();
    adaptedPlai = form.isAdaptedPlai();
    completionYear = form.getCompletionYear();
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }

  /** The landlord. */
  public long landlordId() {
    return landlordId;
  }

  /** Identity in the national stock register, ten positions; may be null. */
  public String stockRegisterId() {
    return stockRegisterId;
  }

  /** INSEE code. */
  public String municipalityCode() {
    return municipalityCode;
  }

  /** Whether it stands in a priority district (QPV). */
  public boolean priorityDistrict() {
    return priorityDistrict;
  }

  /** Whether it is an adapted PLAI dwelling (D.331-25-1). */
  public boolean adaptedPlai() {
    return adaptedPlai;
  }

  /** Rent and charges, euros a month. */
  public int totalRent() {
    return mainRent + charges;
  }
}
