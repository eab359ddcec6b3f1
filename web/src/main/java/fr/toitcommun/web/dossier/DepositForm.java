package fr.toitcommun.web.dossier;

import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.dossier.Deposit;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** What is said of a document while it is typed. */
public class DepositForm implements Serializable {
  private String kind;
  private Long person;
  private LocalDate receivedOn;
  private LocalDate issuedOn;
  private LocalDate expiresOn;
  private Integer taxYear;
  private transient List<Part> files;

  Deposit asked() {
    return new Deposit(kind, person, receivedOn, issuedOn, expiresOn, taxYear);
  }

  /**
   * The files chosen.
   *
   * @throws RefusedInput when there are none
   */
  List<Part> chosen() {
    if (files == null || files.stream().allMatch(file -> file.getSubmittedFileName().isEmpty())) {
      throw RefusedInput.at("file", "REQUIRED");
    }
    return files;
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

  public List<Part> getFiles() {
    return files;
  }

  public void setFiles(List<Part> files) {
    this.files = files;
  }
}
