package fr.toitcommun.persistence.registration;

import java.util.ArrayList;
import java.util.List;

/** The dwelling sought (form section h). */
public class SoughtForm {
  private String category;
  private List<String> types = new ArrayList<>();
  private List<LocationForm> locations = new ArrayList<>();
  private Boolean acceptsOtherLocations;
  private Integer maximumRent;
  private boolean acceptsGroundFloor = true;
  private boolean acceptsNoLift = true;
  private boolean wantsParking;
  private boolean acceptsTopFloor = true;
  private boolean sharedTenancy;
  private boolean needsAdaptedDwelling;

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  /** Code list DWELLING_TYPE; at least one. */
  public List<String> getTypes() {
    return types;
  }

  public void setTypes(List<String> types) {
    this.types = types;
  }

  /** At least one, in order of preference, all in one département (the demand is departmental). */
  public List<LocationForm> getLocations() {
    return locations;
  }

  public void setLocations(List<LocationForm> locations) {
    this.locations = locations;
  }

  /** Whether a dwelling elsewhere would be accepted if it came sooner; must be answered. */
  public Boolean getAcceptsOtherLocations() {
    return acceptsOtherLocations;
  }

  public void setAcceptsOtherLocations(Boolean acceptsOtherLocations) {
    this.acceptsOtherLocations = acceptsOtherLocations;
  }

  /** Euros a month, charges included. */
  public Integer getMaximumRent() {
    return maximumRent;
  }

  public void setMaximumRent(Integer maximumRent) {
    this.maximumRent = maximumRent;
  }

  public boolean isAcceptsGroundFloor() {
    return acceptsGroundFloor;
  }

  public void setAcceptsGroundFloor(boolean acceptsGroundFloor) {
    this.acceptsGroundFloor = acceptsGroundFloor;
  }

  public boolean isAcceptsNoLift() {
    return acceptsNoLift;
  }

  public void setAcceptsNoLift(boolean acceptsNoLift) {
    this.acceptsNoLift = acceptsNoLift;
  }

  public boolean isWantsParking() {
    return wantsParking;
  }

  public void setWantsParking(boolean wantsParking) {
    this.wantsParking = wantsParking;
  }

  public boolean isNeedsAdaptedDwelling() {
    return needsAdaptedDwelling;
  }

  public void setNeedsAdaptedDwelling(boolean needsAdaptedDwelling) {
    this.needsAdaptedDwelling = needsAdaptedDwelling;
  }

  /** Accepts the last floor. */
  public boolean isAcceptsTopFloor() {
    return acceptsTopFloor;
  }

  public void setAcceptsTopFloor(boolean acceptsTopFloor) {
    this.acceptsTopFloor = acceptsTopFloor;
  }

  /** The co-applicants want to share the dwelling as flatmates (colocation). */
  public boolean isSharedTenancy() {
    return sharedTenancy;
  }

  public void setSharedTenancy(boolean sharedTenancy) {
    this.sharedTenancy = sharedTenancy;
  }
}
