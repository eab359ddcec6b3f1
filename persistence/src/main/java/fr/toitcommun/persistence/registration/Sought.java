package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What is asked of the dwelling sought, but for its types and municipalities (form section h). */
@Embeddable
public class Sought {
  @Column(name = "sought_category")
  private String category;

  @Column(name = "accepts_other_locations")
  private boolean acceptsOtherLocations;

  @Column(name = "maximum_rent")
  private Integer maximumRent;

  @Column(name = "accepts_ground_floor")
  private boolean acceptsGroundFloor;

  @Column(name = "accepts_no_lift")
  private boolean acceptsNoLift;

  @Column(name = "wants_parking")
  private boolean wantsParking;

  @Column(name = "needs_adapted_dwelling")
  private boolean needsAdaptedDwelling;

  @Column(name = "accepts_top_floor")
  private boolean acceptsTopFloor;

  @Column(name = "shared_tenancy")
  private boolean sharedTenancy;

  /** For the persistence provider. */
  protected Sought() {}

  static Sought of(SoughtForm form) {
    Sought sought = new Sought();
    sought.category = form.getCategory();
    sought.acceptsOtherLocations = form.getAcceptsOtherLocations();
    sought.maximumRent = form.getMaximumRent();
    sought.acceptsGroundFloor = form.isAcceptsGroundFloor();
    sought.acceptsNoLift = form.isAcceptsNoLift();
    sought.wantsParking = form.isWantsParking();
    sought.needsAdaptedDwelling = form.isNeedsAdaptedDwelling();
    sought.acceptsTopFloor = form.isAcceptsTopFloor();
    sought.sharedTenancy = form.isSharedTenancy();
    return sought;
  }

  /** The form with these answers, still without types and municipalities. */
  SoughtForm form() {
    SoughtForm form = new SoughtForm();
    form.setCategory(category);
    form.setAcceptsOtherLocations(acceptsOtherLocations);
    form.setMaximumRent(maximumRent);
    form.setAcceptsGroundFloor(acceptsGroundFloor);
    form.setAcceptsNoLift(acceptsNoLift);
    form.setWantsParking(wantsParking);
    form.setNeedsAdaptedDwelling(needsAdaptedDwelling);
    form.setAcceptsTopFloor(acceptsTopFloor);
    form.setSharedTenancy(sharedTenancy);
    return form;
  }
}
