package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A wished municipality and its rank among the wishes, from 1. */
@Embeddable
public class WishedLocation {
  private int rank;

  @Column(name = "municipality_code")
  private String municipalityCode;

  private String district;

  /** For the persistence provider. */
  protected WishedLocation() {}

  WishedLocation(int rank, LocationForm form) {
    this.rank = rank;
    this.municipalityCode = form.getMunicipalityCode();
    this.district = form.getDistrict();
  }

  /** INSEE code of the municipality. */
  public String municipalityCode() {
    return municipalityCode;
  }

  /** 1 for the first choice. */
  public int rank() {
    return rank;
  }

  LocationForm form() {
    LocationForm form = new LocationForm(municipalityCode);
    form.setDistrict(district);
    return form;
  }
}
