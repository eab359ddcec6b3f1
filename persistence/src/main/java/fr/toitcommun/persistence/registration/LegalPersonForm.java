package fr.toitcommun.persistence.registration;

import java.time.LocalDate;

/**
 * A body that asks for dwellings to let them on (L.442-8-1): of the form it fills in sections a, b
 * and h only (R.441-2-2).
 */
public class LegalPersonForm {
  private String name;
  private String siren;
  private String rna;
  private LocalDate createdOn;

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  /** Nine digits; null when it has none. */
  public String getSiren() {
    return siren;
  }

  public void setSiren(String siren) {
    this.siren = siren;
  }

  /** Number in the national register of associations, W and nine digits; null when it has none. */
  public String getRna() {
    return rna;
  }

  public void setRna(String rna) {
    this.rna = rna;
  }

  /** Day on which it was founded. */
  public LocalDate getCreatedOn() {
    return createdOn;
  }

  public void setCreatedOn(LocalDate createdOn) {
    this.createdOn = createdOn;
  }
}
