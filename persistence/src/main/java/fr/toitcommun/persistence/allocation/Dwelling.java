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
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;

/** A dwelling of a landlord's stock, with fields of the national stock register (RPLS). */
@Entity
public class Dwelling {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dwelling")
  @SequenceGenerator(name = "dwelling", sequenceName = "dwelling_seq", allocationSize = 50)
  private Long id;

  @Version private int version;

  @Column(name = "landlord_id")
  private long landlordId;

  @Column(name = "stock_register_id")
  private String stockRegisterId;

  @Column(name = "internal_reference")
  private String internalReference;

  @Column(name = "municipality_code")
  private String municipalityCode;

  private String address;
  private String stair;
  private String door;
  private Integer floor;
  private boolean lift;
  private String category;

  @Enumerated(EnumType.STRING)
  @Column(name = "dwelling_type")
  private DwellingType type;

  private Integer rooms;
  private int surface;

  @Column(name = "main_rent")
  private int mainRent;

  @Column(name = "accessory_rents")
  private int accessoryRents;

  @Column(name = "energy_contribution")
  private int energyContribution;

  private int charges;

  @Enumerated(EnumType.STRING)
  private FundingScheme scheme;

  private String financing;

  @Column(name = "apl_convention")
  private String aplConvention;

  @Column(name = "apl_convention_on")
  private LocalDate aplConventionOn;

  private String occupancy;

  @Column(name = "energy_class")
  private String energyClass;

  @Column(name = "energy_certified_on")
  private LocalDate energyCertifiedOn;

  @Column(name = "priority_district")
  private boolean priorityDistrict;

  @Column(name = "district_code")
  private String districtCode;

  private boolean wheelchair;

  @Column(name = "adapted_plai")
  private boolean adaptedPlai;

  @Column(name = "completion_year")
  private Integer completionYear;

  @Column(name = "first_let_year")
  private Integer firstLetYear;

  /** For the persistence provider. */
  protected Dwelling() {}

  /** A dwelling of a landlord as declared; {@link DwellingForm} was found valid. */
  public Dwelling(long landlordId, DwellingForm form) {
    this.landlordId = landlordId;
    change(form);
  }

  /** The dwelling is as stated from now on; {@link DwellingForm} was found valid. */
  public final void change(DwellingForm form) {
    stockRegisterId = form.getStockRegisterId();
    internalReference = form.getInternalReference();
    municipalityCode = form.getMunicipalityCode();
    address = form.getAddress();
    stair = form.getStair();
    door = form.getDoor();
    floor = form.getFloor();
    lift = form.isLift();
    category = form.getCategory();
    type = DwellingType.valueOf(form.getType());
    rooms = form.getRooms();
    surface = form.getSurface();
    mainRent = form.getMainRent();
    accessoryRents = Objects.requireNonNullElse(form.getAccessoryRents(), 0);
    energyContribution = Objects.requireNonNullElse(form.getEnergyContribution(), 0);
    charges = form.getCharges();
    scheme = FundingScheme.valueOf(form.getScheme());
    financing = form.getFinancing();
    aplConvention = form.getAplConvention();
    aplConventionOn = form.getAplConventionOn();
    occupancy = form.getOccupancy();
    energyClass = form.getEnergyClass();
    energyCertifiedOn = form.getEnergyCertifiedOn();
    priorityDistrict = form.isPriorityDistrict();
    districtCode = form.getDistrictCode();
    wheelchair = form.isWheelchair();
    adaptedPlai = form.isAdaptedPlai();
    completionYear = form.getCompletionYear();
    firstLetYear = form.getFirstLetYear();
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

  /** All that the tenant pays for it, euros a month: rents, contribution and charges. */
  public int totalRent() {
    return mainRent + accessoryRents + energyContribution + charges;
  }
}
