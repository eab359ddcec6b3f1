package fr.toitcommun.persistence.allocation;

import java.time.LocalDate;

/**
 * A vacant dwelling as its landlord declares it. It may hold anything: {@link DwellingControls} say
 * what is wrong.
 */
public class DwellingForm {
  private String stockRegisterId;
  private String internalReference;
  private String municipalityCode;
  private String address;
  private Integer floor;
  private boolean lift;
  private String category = "A";
  private String type;
  private Integer surface;
  private Integer mainRent;
  private Integer charges;
  private String scheme;
  private String energyClass;
  private boolean priorityDistrict;
  private boolean wheelchair;
  private boolean adaptedPlai;
  private Integer completionYear;
  private LocalDate availableFrom;
  private String quota = "AUCUN";

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

  /** m². */
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

  /** Euros a month. */
  public Integer getCharges() {
    return charges;
  }

  public void setCharges(Integer charges) {
    this.charges = charges;
  }

  /** Code list FUNDING_SCHEME. */
  public String getScheme() {
    return scheme;
  }

  public void setScheme(String scheme) {
    this.scheme = scheme;
  }

  /** A to G; null: not known. */
  public String getEnergyClass() {
    return energyClass;
  }

  public void setEnergyClass(String energyClass) {
    this.energyClass = energyClass;
  }

  /** In a priority district (QPV). */
  public boolean isPriorityDistrict() {
    return priorityDistrict;
  }

  public void setPriorityDistrict(boolean priorityDistrict) {
    this.priorityDistrict = priorityDistrict;
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

  /** Day from which it can be let. */
  public LocalDate getAvailableFrom() {
    return availableFrom;
  }

  public void setAvailableFrom(LocalDate availableFrom) {
    this.availableFrom = availableFrom;
  }

  /** Whose contingent (code list QUOTA). */
  public String getQuota() {
    return quota;
  }

  public void setQuota(String quota) {
    this.quota = quota;
  }
}
