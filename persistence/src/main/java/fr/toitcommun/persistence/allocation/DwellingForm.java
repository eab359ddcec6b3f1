package fr.toitcommun.persistence.allocation;

import java.time.LocalDate;

/**
 * A dwelling as its landlord states it, and the vacancy declared with it. It may hold anything:
 * {@link DwellingControls} say what is wrong.
 */
public class DwellingForm extends VacancyForm {
  private String stockRegisterId;
  private String internalReference;
  private String municipalityCode;
  private String address;
  private String stair;
  private String door;
  private Integer floor;
  private boolean lift;
  private String category = "A";
  private String type;
  private Integer rooms;
  private Integer surface;
  private Integer mainRent;
  private Integer accessoryRents;
  private Integer energyContribution;
  private Integer charges;
  private String scheme;
  private String financing;
  private String aplConvention;
  private LocalDate aplConventionOn;
  private String occupancy;
  private String energyClass;
  private LocalDate energyCertifiedOn;
  private boolean priorityDistrict;
  private String districtCode;
  private boolean wheelchair;
  private boolean adaptedPlai;
  private Integer completionYear;
  private Integer firstLetYear;

  /** Identity in the national stock register (RPLS), ten positions; may be null. */
  public String getStockRegisterId() {
    return stockRegisterId;
  }

  public void setStockRegisterId(String stockRegisterId) {
    this.stockRegisterId = stockRegisterId;
  }

  /** The landlord's own reference. */
  public String getInternalReference() {
    return internalReference;
  }

  public void setInternalReference(String internalReference) {
    this.internalReference = internalReference;
  }

  /** INSEE code. */
  public String getMunicipalityCode() {
    return municipalityCode;
  }

  public void setMunicipalityCode(String municipalityCode) {
    this.municipalityCode = municipalityCode;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  /** Stair or building; null: none. */
  public String getStair() {
    return stair;
  }

  public void setStair(String stair) {
    this.stair = stair;
  }

  /** Number of the flat; null: none. */
  public String getDoor() {
    return door;
  }

  public void setDoor(String door) {
    this.door = door;
  }

  /** 0 is the ground floor; null for a house. */
  public Integer getFloor() {
    return floor;
  }

  public void setFloor(Integer floor) {
    this.floor = floor;
  }

  public boolean isLift() {
    return lift;
  }

  public void setLift(boolean lift) {
    this.lift = lift;
  }

  /** A flat or M house (code list CURRENT_CATEGORY). */
  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  /** Code list DWELLING_TYPE. */
  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  /** Main rooms; null: as the type says. */
  public Integer getRooms() {
    return rooms;
  }

  public void setRooms(Integer rooms) {
    this.rooms = rooms;
  }

  /** Habitable surface, m². */
  public Integer getSurface() {
    return surface;
  }

  public void setSurface(Integer surface) {
    this.surface = surface;
  }

  /** Euros a month. */
  public Integer getMainRent() {
    return mainRent;
  }

  public void setMainRent(Integer mainRent) {
    this.mainRent = mainRent;
  }

  /** Garage, garden and the like, euros a month; null: none. */
  public Integer getAccessoryRents() {
    return accessoryRents;
  }

  public void setAccessoryRents(Integer accessoryRents) {
    this.accessoryRents = accessoryRents;
  }

  /** The tenant's share of energy-saving works, euros a month; null: none. */
  public Integer getEnergyContribution() {
    return energyContribution;
  }

  public void setEnergyContribution(Integer energyContribution) {
    this.energyContribution = energyContribution;
  }

  /** Recoverable charges, euros a month. */
  public Integer getCharges() {
    return charges;
  }

  public void setCharges(Integer charges) {
    this.charges = charges;
  }

  /** Whose income ceilings hold (code list FUNDING_SCHEME). */
  public String getScheme() {
    return scheme;
  }

  public void setScheme(String scheme) {
    this.scheme = scheme;
  }

  /** How it was financed (code list FINANCING); null: not known. */
  public String getFinancing() {
    return financing;
  }

  public void setFinancing(String financing) {
    this.financing = financing;
  }

  /** Number of the APL agreement; null: none or not known. */
  public String getAplConvention() {
    return aplConvention;
  }

  public void setAplConvention(String aplConvention) {
    this.aplConvention = aplConvention;
  }

  /** Its day. */
  public LocalDate getAplConventionOn() {
    return aplConventionOn;
  }

  public void setAplConventionOn(LocalDate aplConventionOn) {
    this.aplConventionOn = aplConventionOn;
  }

  /** Code list OCCUPANCY_MODE; null: not stated. */
  public String getOccupancy() {
    return occupancy;
  }

  public void setOccupancy(String occupancy) {
    this.occupancy = occupancy;
  }

  /** A to G; null: not known. */
  public String getEnergyClass() {
    return energyClass;
  }

  public void setEnergyClass(String energyClass) {
    this.energyClass = energyClass;
  }

  /** Day of the energy certificate (DPE). */
  public LocalDate getEnergyCertifiedOn() {
    return energyCertifiedOn;
  }

  public void setEnergyCertifiedOn(LocalDate energyCertifiedOn) {
    this.energyCertifiedOn = energyCertifiedOn;
  }

  /** In a priority district (QPV). */
  public boolean isPriorityDistrict() {
    return priorityDistrict;
  }

  public void setPriorityDistrict(boolean priorityDistrict) {
    this.priorityDistrict = priorityDistrict;
  }

  /** District of the municipality; null: not stated. */
  public String getDistrictCode() {
    return districtCode;
  }

  public void setDistrictCode(String districtCode) {
    this.districtCode = districtCode;
  }

  public boolean isWheelchair() {
    return wheelchair;
  }

  public void setWheelchair(boolean wheelchair) {
    this.wheelchair = wheelchair;
  }

  /** Subsidised under D.331-25-1. */
  public boolean isAdaptedPlai() {
    return adaptedPlai;
  }

  public void setAdaptedPlai(boolean adaptedPlai) {
    this.adaptedPlai = adaptedPlai;
  }

  public Integer getCompletionYear() {
    return completionYear;
  }

  public void setCompletionYear(Integer completionYear) {
    this.completionYear = completionYear;
  }

  /** Year of the first letting. */
  public Integer getFirstLetYear() {
    return firstLetYear;
  }

  public void setFirstLetYear(Integer firstLetYear) {
    this.firstLetYear = firstLetYear;
  }
}
