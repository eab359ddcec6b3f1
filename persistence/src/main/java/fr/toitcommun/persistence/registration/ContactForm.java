package fr.toitcommun.persistence.registration;

/** Where letters to the applicant go (form section b). */
public class ContactForm {
  private String addressLine;
  private String addressComplement;
  private String hostedBy;
  private String postalCode;
  private String municipalityCode;
  private String city;
  private String building;
  private String floor;
  private String apartment;
  private boolean abroad;
  private String country;
  private boolean emailAgreed;
  private boolean wantsPost;

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

  /** Building, staircase. */
  public String getBuilding() {
    return building;
  }

  public void setBuilding(String building) {
    this.building = building;
  }

  /** Floor, as it is said: a text. */
  public String getFloor() {
    return floor;
  }

  public void setFloor(String floor) {
    this.floor = floor;
  }

  /** Number of the flat. */
  public String getApartment() {
    return apartment;
  }

  public void setApartment(String apartment) {
    this.apartment = apartment;
  }

  /** The address is in another country: no municipality of the file, no French postal code. */
  public boolean isAbroad() {
    return abroad;
  }

  public void setAbroad(boolean abroad) {
    this.abroad = abroad;
  }

  /** Name of the country, where the address is abroad. */
  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }

  /** Agrees to be written to by e-mail (R.441-2-7). */
  public boolean isEmailAgreed() {
    return emailAgreed;
  }

  public void setEmailAgreed(boolean emailAgreed) {
    this.emailAgreed = emailAgreed;
  }

  /** Asked for letters on paper, even when registered online (R.441-2-7). */
  public boolean isWantsPost() {
    return wantsPost;
  }

  public void setWantsPost(boolean wantsPost) {
    this.wantsPost = wantsPost;
  }
}
