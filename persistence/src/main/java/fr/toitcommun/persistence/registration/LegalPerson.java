package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;

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
      person.siren = PlainText.tidy(form.getSiren());
      person.rna = PlainText.tidy(form.getRna());
      person.createdOn = form.getCreatedOn();
    }
    return person;
  }

  /** The key it is found by. */
  String nameKey() {
    return NameKey.of(name);
  }

  /**
   * What tells this body from others: its SIREN, else its RNA number, else the digest of its name,
   * so that nothing beside the demand names it; null when the applicant is a natural person. The
   * database says the same of what was stored in bulk ({@code number_bodies}).
   */
  String bodyKey() {
    if (name == null) {
      return null;
    }
    if (siren != null) {
      return "SIREN " + siren;
    }
    return rna == null ? "NAME " + digest(nameKey()) : "RNA " + rna.toUpperCase(Locale.ROOT);
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
