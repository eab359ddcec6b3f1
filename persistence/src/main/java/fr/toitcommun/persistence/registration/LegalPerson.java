package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** The body that asks, where it is no natural person (L.442-8-1). */
@Embeddable
public class LegalPerson {
  @Column(name = "legal_name")
  private String name;

  @Column(name = "legal_siren")
  private String siren;

  @Column(name = "legal_rna")
  private String rna;

  @Column(name = "legal_created_on")
  private LocalDate createdOn;

  /** For the persistence provider. */
  protected LegalPerson() {}

  static LegalPerson of(LegalPersonForm form) {
    LegalPerson person = new LegalPerson();
    if (form != null) {
      person.name = form.getName();
      person.siren = form.getSiren();
      person.rna = form.getRna();
      person.createdOn = form.getCreatedOn();
    }
    return person;
  }

  /** The key it is found by. */
  String nameKey() {
    return NameKey.of(name);
  }

  /** As stated; null when the applicant is a natural person. */
  LegalPersonForm form() {
    if (name == null) {
      return null;
    }
    LegalPersonForm form = new LegalPersonForm();
    form.setName(name);
    form.setSiren(siren);
    form.setRna(rna);
    form.setCreatedOn(createdOn);
    return form;
  }
}
