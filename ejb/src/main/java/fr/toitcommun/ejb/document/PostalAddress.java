package fr.toitcommun.ejb.document;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.letter.EnvelopeAddress;
import fr.toitcommun.persistence.territory.Municipality;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where letters to an applicant go, line by line. */
final class PostalAddress {
  private final ContactForm contact;
  private final Reference reference;
  private final Words words;

  PostalAddress(ContactForm contact, Reference reference, Words words) {
    this.contact = contact;
    this.reference = reference;
    this.words = words;
  }

  /** The lines that are filled; none when no address is known. */
  List<String> lines() {
    return Stream.of(
            host(),
            text(contact.getAddressLine()),
            within(),
            text(contact.getAddressComplement()),
            (text(contact.getPostalCode()) + " " + city()).strip(),
            contact.isAbroad() ? text(contact.getCountry()) : "")
        .filter(PostalAddress::filled)
        .toList();
  }

  /** The same in the window of an envelope, for these persons. */
  EnvelopeAddress envelope(List<String> names) {
    List<String> parts = new ArrayList<>(names);
    parts.add(host());
    parts.add(within());
    parts.add(contact.getAddressComplement());
    return EnvelopeAddress.of(
        parts,
        contact.getAddressLine(),
        contact.getPostalCode(),
        city(),
        contact.isAbroad() ? contact.getCountry() : null);
  }

  private String host() {
    return filled(contact.getHostedBy()) ? words.text("hostedBy", contact.getHostedBy()) : "";
  }

  private String within() {
    return joined(contact.getBuilding(), contact.getFloor(), contact.getApartment());
  }

  private String city() {
    return filled(contact.getCity())
        ? contact.getCity()
        : reference.municipality(contact.getMunicipalityCode()).map(Municipality::name).orElse("");
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(PostalAddress::filled).collect(Collectors.joining(", "));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static boolean filled(String value) {
    return value != null && !value.isBlank();
  }
}
