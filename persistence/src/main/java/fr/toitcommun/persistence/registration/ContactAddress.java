package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where letters to the applicant go. */
@Embeddable
public class ContactAddress {
  @Column(name = "address_line")
  private String addressLine;

  @Column(name = "address_complement")
  private String addressComplement;

  @Column(name = "hosted_by")
  private String hostedBy;

  @Column(name = "postal_code")
  private String postalCode;

  @Column(name = "municipality_code")
  private String municipalityCode;

  private String city;

  @Column(name = "address_building")
  private String building;

  @Column(name = "address_floor")
  private String floor;

  @Column(name = "address_apartment")
  private String apartment;

  @Column(name = "address_abroad")
  private boolean abroad;

  @Column(name = "address_country")
  private String country;

  @Column(name = "email_agreed")
  private boolean emailAgreed;

  @Column(name = "wants_post")
  private boolean wantsPost;

  /** For the persistence provider. */
  protected ContactAddress() {}

  static ContactAddress of(ContactForm form) {
    ContactAddress address = new ContactAddress();
    address.addressLine = form.getAddressLine();
    address.addressComplement = form.getAddressComplement();
    address.hostedBy = form.getHostedBy();
    address.postalCode = PlainText.tidy(form.getPostalCode());
    address.municipalityCode = form.getMunicipalityCode();
    address.city = form.getCity();
    address.building = form.getBuilding();
    address.floor = form.getFloor();
    address.apartment = form.getApartment();
    address.abroad = form.isAbroad();
    address.country = form.getCountry();
    address.emailAgreed = form.isEmailAgreed();
    address.wantsPost = form.isWantsPost();
    return address;
  }

  ContactForm form() {
    ContactForm form = new ContactForm();
    form.setAddressLine(addressLine);
    form.setAddressComplement(addressComplement);
    form.setHostedBy(hostedBy);
    form.setPostalCode(postalCode);
    form.setMunicipalityCode(municipalityCode);
    form.setCity(city);
    form.setBuilding(building);
    form.setFloor(floor);
    form.setApartment(apartment);
    form.setAbroad(abroad);
    form.setCountry(country);
    form.setEmailAgreed(emailAgreed);
    form.setWantsPost(wantsPost);
    return form;
  }
}
