package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Dwellings;
import fr.toitcommun.persistence.allocation.stock.DwellingDetail;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** A dwelling of the stock with all its fields and its vacancies over time. */
@Named
@ViewScoped
public class OneDwelling implements Serializable {
  @Inject private Dwellings dwellings;

  private long id;
  private DwellingDetail dwelling;

  /** Reads it. */
  public void load() {
    dwelling = dwellings.open(id);
  }

  public DwellingDetail getDwelling() {
    return dwelling;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
