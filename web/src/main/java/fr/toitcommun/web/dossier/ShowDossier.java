package fr.toitcommun.web.dossier;

import fr.toitcommun.ejb.dossier.Deposits;
import fr.toitcommun.ejb.dossier.SupportingDocuments;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.persistence.registration.dossier.PapersReceived;
import fr.toitcommun.web.shell.Me;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Shows the documents of a demand and deposits more. */
@Named
@ViewScoped
public class ShowDossier implements Serializable {
  @Inject private SupportingDocuments documents;
  @Inject private Deposits deposits;
  @Inject private OneDocument one;
  @Inject private Me me;
  @Inject private News news;

  private String number;
  private Long document;
  private Long deposited;
  private Dossier dossier;
  private LocalDate notedOn;
  private final DepositForm deposit = new DepositForm();

  /** Reads the demand's documents, and the one that is looked at. */
  public void load() {
    dossier = documents.dossier(number);
    number = dossier.uniqueNumber();
    one.show(dossier, document, "/documents.xhtml?faces-redirect=true&number=" + number);
  }

  /**
   * Deposits what was chosen. Each document for itself: one that is refused keeps no other out.
   *
   * @throws RefusedInput naming why one or another was refused
   */
  public String deposit() throws IOException {
    List<Part> files = deposit.chosen();
    List<Fault> faults = new ArrayList<>();
    long done = 0;
    for (Part file : files) {
      try (InputStream content = file.getInputStream()) {
        deposits.deposit(number, deposit.asked(), content);
        done++;
      } catch (RefusedInput refused) {
        faults.addAll(refused.faults());
      }
    }
    if (!faults.isEmpty()) {
      dossier = documents.dossier(number);
      throw new RefusedInput(faults.stream().distinct().toList());
    }
    return "/documents.xhtml?faces-redirect=true&number=" + number + "&deposited=" + done;
  }

  /** Notes that the desk has received what is missing, to be uploaded later. */
  public String received(Dossier.Missing missing) {
    documents.received(
        number,
        new PapersReceived.Paper(
            missing.kind(),
            missing.person() == null ? null : missing.person().id(),
            missing.taxYear(),
            notedOn));
    return news.at("dossier.noted", "/documents.xhtml?faces-redirect=true&number=" + number);
  }

  /** The day on which what is noted was received; null: today. */
  public LocalDate getNotedOn() {
    return notedOn;
  }

  public void setNotedOn(LocalDate notedOn) {
    this.notedOn = notedOn;
  }

  /** Whether the manager must be told that nobody scans for viruses. */
  public boolean isUnscanned() {
    return me.may(Right.ADMINISTER) && !documents.scannerConfigured();
  }

  /** The documents. */
  public Dossier getDossier() {
    return dossier;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  /** Identity of the document that is looked at; null: none. */
  public Long getDocument() {
    return document;
  }

  public void setDocument(Long document) {
    this.document = document;
  }

  /** How many documents have just been deposited; null: none. */
  public Long getDeposited() {
    return deposited;
  }

  public void setDeposited(Long deposited) {
    this.deposited = deposited;
  }

  /** What is said of what is deposited. */
  public DepositForm getDeposit() {
    return deposit;
  }
}
