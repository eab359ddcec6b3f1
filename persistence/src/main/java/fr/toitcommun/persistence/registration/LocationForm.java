package fr.toitcommun.persistence.registration;

/** A wished municipality, or a district of it, in the order of preference (form section h). */
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

  /** Code of a district of the municipality; null: anywhere in it. */
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
