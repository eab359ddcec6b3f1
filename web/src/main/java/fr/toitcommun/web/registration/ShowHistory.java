package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandHistory;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Everything that happened to a demand, in parts, of one kind if wished. */
@Named
@ViewScoped
public class ShowHistory implements Serializable {
  private static final int ROWS = 25;

  @Inject private DemandFiles files;

  private String number;
  private DemandEventKind kind;
  private Long page;
  private DemandHistory history;

  /** Reads the part asked for. */
  public void load() {
    history = files.history(number, kind, (Pages.first(page) - 1) * ROWS, ROWS);
    number = history.uniqueNumber();
  }

  public DemandHistory getHistory() {
    return history;
  }

  public Pages getPages() {
    return Pages.at(page, ROWS, history.total());
  }

  public DemandEventKind[] getKinds() {
    return DemandEventKind.values();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  /** The kind of event shown alone; null: all kinds. */
  public DemandEventKind getKind() {
    return kind;
  }

  public void setKind(DemandEventKind kind) {
    this.kind = kind;
  }

  /** Number of the part shown. */
  public Long getPage() {
    return page;
  }

  public void setPage(Long page) {
    this.page = page;
  }
}
