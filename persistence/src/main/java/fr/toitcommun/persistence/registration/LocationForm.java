package fr.toitcommun.persistence.registration;

/** A wished municipality, in the order of preference (form section h). */
public class LocationForm {
  private String municipalityCode;
  private String district;

  /** INSEE code. */
  public String getMunicipalityCode() {
    return municipalityCode;
  }

  public void setMunicipalityCode(String municipalityCode) {
    this.municipalityCode = municipalityCode;
  }

  /** A neighbourhood of the municipality, free text; null: anywhere in it. */
  public String getDistrict() {
    return district;
  }

  public void setDistrict(String district) {
    this.district = district;
  }

  /** An empty line. */
  public LocationForm() {}

  /** Anywhere in this municipality. */
  public LocationForm(String municipalityCode) {
    this.municipalityCode = municipalityCode;
  }
}
