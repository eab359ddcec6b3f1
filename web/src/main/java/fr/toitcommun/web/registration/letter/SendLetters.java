package fr.toitcommun.web.registration.letter;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.ejb.registration.letter.Mailings;
import fr.toitcommun.persistence.registration.letter.LetterBatch;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.OwedLetters;
import fr.toitcommun.web.shell.News;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** What is owed to applicants, the batches made of it, and what the post tells of them. */
@Named
@ViewScoped
public class SendLetters implements Serializable {
  private static final int ROWS = 25;

  @Inject private Mailings mailings;
  @Inject private CodeLists lists;
  @Inject private News news;

  private Long page = 1L;
  private List<OwedLetters> owed;
  private List<String> withoutAddress;
  private List<LetterBatch> batches;
  private Pages pages;
  private boolean mailConfigured;
  private LetterKind kind;
  private String departement;
  private LocalDate askedUntil;
  private transient Part file;

  /** Reads what is owed and the batches. */
  public void load() {
    owed = mailings.owed();
    withoutAddress = mailings.withoutAddress();
    mailConfigured = mailings.mailConfigured();
    pages = Pages.at(page, ROWS, mailings.batchCount());
    batches = mailings.batches((pages.number() - 1) * ROWS, ROWS);
  }

  /** Makes a batch and goes to it. */
  public String make() {
    long batch = mailings.make(kind, departement, askedUntil);
    return news.at("letters.made", "/batch.xhtml?faces-redirect=true&id=" + batch);
  }

  /** Sends e-mails that wait. */
  public String send() {
    mailings.send();
    return news.at("letters.sent", "/letters.xhtml?faces-redirect=true");
  }

  /** Takes a tracking file over. */
  public String track() {
    mailings.track(file == null ? "" : text(file));
    return news.at("letters.tracked", "/letters.xhtml?faces-redirect=true");
  }

  private static String text(Part file) {
    try {
      return new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a département. */
  public String departement(String code) {
    return lists.departements().get(code);
  }

  /** The kinds of letters. */
  public LetterKind[] getKinds() {
    return LetterKind.values();
  }

  /** Départements to which letters are owed. */
  public List<String> getDepartements() {
    return owed.stream().map(OwedLetters::departementCode).distinct().toList();
  }

  public List<OwedLetters> getOwed() {
    return owed;
  }

  /** Numbers of demands whose letters cannot be posted. */
  public List<String> getWithoutAddress() {
    return withoutAddress;
  }

  public List<LetterBatch> getBatches() {
    return batches;
  }

  public Pages getPages() {
    return pages;
  }

  public boolean isMailConfigured() {
    return mailConfigured;
  }

  public Long getPage() {
    return page;
  }

  public void setPage(Long page) {
    this.page = page;
  }

  public LetterKind getKind() {
    return kind;
  }

  public void setKind(LetterKind kind) {
    this.kind = kind;
  }

  public String getDepartement() {
    return departement;
  }

  public void setDepartement(String departement) {
    this.departement = departement;
  }

  public LocalDate getAskedUntil() {
    return askedUntil;
  }

  public void setAskedUntil(LocalDate askedUntil) {
    this.askedUntil = askedUntil;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
