package fr.toitcommun.persistence.registration;

import java.time.LocalDate;

/** How the applicant is housed today (form section f). */
public class CurrentHousingForm {
  private String tenure;
  private String landlord;
  private String category;
  private String type;
  private Integer surface;
  private Integer occupants;
  private Integer rent;
  private LocalDate since;
  private boolean ownsDwelling;
  private String hostName;
  private String hostNumber;
  private Integer housingAid;

  /** Code list CURRENT_HOUSING. */
  public String getTenure() {
    return tenure;
  }

  public void setTenure(String tenure) {
    this.tenure = tenure;
  }

  public String getLandlord() {
    return landlord;
  }

  public void setLandlord(String landlord) {
    this.landlord = landlord;
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

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

  public Integer getOccupants() {
    return occupants;
  }

  public void setOccupants(Integer occupants) {
    this.occupants = occupants;
  }

  /** Euros a month, charges included. */
  public Integer getRent() {
    return rent;
  }

  public void setRent(Integer rent) {
    this.rent = rent;
  }

  public LocalDate getSince() {
    return since;
  }

  public void setSince(LocalDate since) {
    this.since = since;
  }

  public boolean isOwnsDwelling() {
    return ownsDwelling;
  }

  public void setOwnsDwelling(boolean ownsDwelling) {
    this.ownsDwelling = ownsDwelling;
  }

  /** Who lodges the applicant. */
  public String getHostName() {
    return hostName;
  }

  public void setHostName(String hostName) {
    this.hostName = hostName;
  }

  /** Unique number of the demand of the one who lodges, when they ask for housing too. */
  public String getHostNumber() {
    return hostNumber;
  }

  public void setHostNumber(String hostNumber) {
    this.hostNumber = hostNumber;
  }

  /** Housing aid (APL, AL), euros a month. */
  public Integer getHousingAid() {
    return housingAid;
  }

  public void setHousingAid(Integer housingAid) {
    this.housingAid = housingAid;
  }
}
