package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.LeaseCancellations;
import fr.toitcommun.persistence.allocation.LeasePage;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The latest leases, for the file's manager. */
@Named
@ViewScoped
public class ListLeases implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 25;

  @Inject private LeaseCancellations leasesOfFile;

  private String number;
  private boolean cancelled;
  private Long page;
  private LeasePage leases;

  /** Reads the part asked for. */
  public void load() {
    leases = leasesOfFile.list(number, cancelled, (Pages.first(page) - 1) * ROWS, ROWS);
  }

  public LeasePage getLeases() {
    return leases;
  }

  public Pages getPages() {
    return Pages.at(page, ROWS, leases.total());
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public boolean isCancelled() {
    return cancelled;
  }

  public void setCancelled(boolean cancelled) {
    this.cancelled = cancelled;
  }

  public Long getPage() {
    return page;
  }

  public void setPage(Long page) {
    this.page = page;
  }
}
