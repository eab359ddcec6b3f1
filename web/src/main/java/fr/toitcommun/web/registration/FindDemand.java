package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.persistence.registration.DemandPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Finds demands by number, name or birth date. */
@Named
@RequestScoped
public class FindDemand {
  private static final int ROWS = 25;
  private static final int MOST_PAGES = 10_000;

  @Inject private DemandFiles files;

  private String typed;
  private Long page = 1L;
  private DemandPage found;

  /** Finds, when something was asked. */
  public void load() {
    page = page == null || page < 1 || page > MOST_PAGES ? 1 : page;
    int offset = (int) (page - 1) * ROWS;
    if (typed != null && !typed.isBlank()) {
      found = files.find(typed, offset, ROWS);
    }
  }

  /** What was found; null while nothing was asked. */
  public DemandPage getFound() {
    return found;
  }

  /** The number typed, where what was found is the demand it was merged into; null otherwise. */
  public String getMergedNumber() {
    return found == null || found.rows().isEmpty()
        ? null
        : MergedNumbers.asked(typed, found.rows().get(0).uniqueNumber());
  }

  /** Pages in all. */
  public long getPages() {
    return found == null ? 0 : (found.total() + ROWS - 1) / ROWS;
  }

  /** Address of this list, to which a page's number is added. */
  public String getAddress() {
    return "find.xhtml?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
  }

  public String getTyped() {
    return typed;
  }

  public void setTyped(String typed) {
    this.typed = typed;
  }

  /** From 1. */
  public Long getPage() {
    return page;
  }

  public void setPage(Long page) {
    this.page = page;
  }
}
