package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.job.Jobs;
import fr.toitcommun.ejb.registration.Duplicates;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSetPage;
import fr.toitcommun.persistence.registration.duplicate.LikenessReason;
import fr.toitcommun.web.shell.News;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Lists the open sets of demands that may be one person's. */
@Named
@ViewScoped
public class FindDuplicates implements Serializable {
  private static final int ROWS = 25;

  @Inject private Duplicates duplicates;
  @Inject private Jobs jobs;
  @Inject private News news;

  private LikenessReason reason;
  private Long number;
  private DuplicateSetPage page;

  /** Reads the part asked for. */
  public void load() {
    page = duplicates.list(reason, (Pages.first(number) - 1) * ROWS, ROWS);
  }

  /** Searches the whole file now, instead of waiting for the night: as a job, which is shown. */
  public String search() {
    jobs.run("DUPLICATE_SWEEP");
    return news.at("job.started", "/jobs.xhtml?faces-redirect=true");
  }

  public DuplicateSetPage getPage() {
    return page;
  }

  public Pages getPages() {
    return Pages.at(number, ROWS, page.total());
  }

  /** What a list may be narrowed to. */
  public LikenessReason[] getReasons() {
    return LikenessReason.values();
  }

  /** Null: all sets. */
  public LikenessReason getReason() {
    return reason;
  }

  public void setReason(LikenessReason reason) {
    this.reason = reason;
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }
}
