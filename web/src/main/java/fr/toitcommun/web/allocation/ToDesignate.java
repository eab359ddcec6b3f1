package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Designations;
import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.VacancyPage;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The dwellings at the disposal of the agent's partner. */
@Named
@ViewScoped
public class ToDesignate implements Serializable {
  private static final int ROWS = 25;

  @Inject private Designations designations;

  private DesignationState state;
  private Long number;
  private VacancyPage page;

  /** Reads the part asked for. */
  public void load() {
    page = designations.list(state, (Pages.first(number) - 1) * ROWS, ROWS);
  }

  public VacancyPage getPage() {
    return page;
  }

  public Pages getPages() {
    return Pages.at(number, ROWS, page.total());
  }

  /** Which are shown; null: all. */
  public DesignationState getState() {
    return state;
  }

  public void setState(DesignationState state) {
    this.state = state;
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }
}
