package fr.toitcommun.web.dossier;

import fr.toitcommun.persistence.registration.dossier.Deposit;
import java.io.Serializable;
import java.time.LocalDate;

/** What is said of a document while it is typed. */
public class DepositForm implements Serializable {
  private String kind;
  private Long person;
  private LocalDate receivedOn;
  private LocalDate issuedOn;
  private LocalDate expiresOn;
  private Integer taxYear;

  Deposit asked() {
    return new Deposit(kind, person, receivedOn, issuedOn, expiresOn, taxYear);
  }

  /** Code list DOCUMENT_KIND. */
  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  /** Null: of the whole household. */
  public Long getPerson() {
    return person;
  }

  public void setPerson(Long person) {
    this.person = person;
  }

  /** Null: today. */
  public LocalDate getReceivedOn() {
    return receivedOn;
  }

  public void setReceivedOn(LocalDate receivedOn) {
    this.receivedOn = receivedOn;
  }

  public LocalDate getIssuedOn() {
    return issuedOn;
  }

  public void setIssuedOn(LocalDate issuedOn) {
    this.issuedOn = issuedOn;
  }

  public LocalDate getExpiresOn() {
    return expiresOn;
  }

  public void setExpiresOn(LocalDate expiresOn) {
    this.expiresOn = expiresOn;
  }

  public Integer getTaxYear() {
    return taxYear;
  }

  public void setTaxYear(Integer taxYear) {
    this.taxYear = taxYear;
  }
}
