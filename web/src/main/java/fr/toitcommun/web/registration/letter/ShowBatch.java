package fr.toitcommun.web.registration.letter;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.ejb.registration.letter.BatchView;
import fr.toitcommun.ejb.registration.letter.Mailings;
import fr.toitcommun.web.shell.News;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A batch of letters: its files, its e-mails, and whether it was posted. */
@Named
@ViewScoped
public class ShowBatch implements Serializable {
  private static final int ROWS = 50;

  @Inject private Mailings mailings;
  @Inject private CodeLists lists;
  @Inject private News news;

  private long id;
  private Long page = 1L;
  private BatchView view;
  private boolean mailConfigured;
  private LocalDate postedOn;

  /** Reads the batch. */
  public void load() {
    view = mailings.open(id, (Pages.first(page) - 1) * ROWS, ROWS);
    mailConfigured = mailings.mailConfigured();
  }

  /** Notes that it was posted. */
  public String posted() {
    mailings.posted(id, postedOn);
    return news.at("letters.posted", here());
  }

  /** Sends what waits, now. */
  public String send() {
    mailings.send();
    return news.at("letters.sent", here());
  }

  /** Has all failed e-mails of the batch tried again. */
  public String retryAll() {
    mailings.retry(id, null);
    return news.at("letters.retried", here());
  }

  private String here() {
    return "/batch.xhtml?faces-redirect=true&id=" + id;
  }

  /** Numbers of the files for the printer. */
  public List<Integer> getFiles() {
    return IntStream.rangeClosed(1, view.batch().files()).boxed().toList();
  }

  /** The name of its département. */
  public String getDepartement() {
    return lists.departements().get(view.batch().departementCode());
  }

  public Pages getPages() {
    return Pages.at(page, ROWS, view.batch().letters());
  }

  public BatchView getView() {
    return view;
  }

  public boolean isMailConfigured() {
    return mailConfigured;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public Long getPage() {
    return page;
  }

  public void setPage(Long page) {
    this.page = page;
  }

  public LocalDate getPostedOn() {
    return postedOn;
  }

  public void setPostedOn(LocalDate postedOn) {
    this.postedOn = postedOn;
  }
}
