package fr.toitcommun.persistence.registration;

/** Where letters to the applicant go (form section b). */
public class ContactForm {
  private String addressLine;
  private String addressComplement;
  private String hostedBy;
  private String postalCode;
  private String municipalityCode;
  private String city;

  public String getAddressLine() {
    return addressLine;
  }

  public void setAddressLine(String addressLine) {
    this.addressLine = addressLine;
  }

  public String getAddressComplement() {
    return addressComplement;
  }

  public void setAddressComplement(String addressComplement) {
    this.addressComplement = addressComplement;
  }

  public String getHostedBy() {
    return hostedBy;
  }

  public void setHostedBy(String hostedBy) {
    this.hostedBy = hostedBy;
  }

  public String getPostalCode() {
    return postalCode;
  }

  public void setPostalCode(String postalCode) {
    this.postalCode = postalCode;
  }

  /** INSEE code; null when the applicant lives outside the six départements. */
  public String getMunicipalityCode() {
    return municipalityCode;
  }

  public void setMunicipalityCode(String municipalityCode) {
    this.municipalityCode = municipalityCode;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }
}
