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

  /** For the persistence provider. */
  protected ContactAddress() {}

  static ContactAddress of(ContactForm form) {
    ContactAddress address = new ContactAddress();
    address.addressLine = form.getAddressLine();
    address.addressComplement = form.getAddressComplement();
    address.hostedBy = form.getHostedBy();
    address.postalCode = form.getPostalCode();
    address.municipalityCode = form.getMunicipalityCode();
    address.city = form.getCity();
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
    return form;
  }
}
