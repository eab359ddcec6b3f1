package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.ScoringGrids;
import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.allocation.scoring.GridRow;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Me;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The scoring grids of all territories with their versions, and beginning a new one. */
@Named
@RequestScoped
public class ListGrids {
  @Inject private ScoringGrids grids;
  @Inject private CodeLists lists;
  @Inject private Me me;

  private List<GridRow> rows = List.of();
  private String territory;

  /** Reads them. */
  public void load() {
    me.require(me.may(Right.ADMINISTER) ? Right.ADMINISTER : Right.MATCH);
    rows = grids.list();
  }

  /** Begins a draft of the territory chosen. */
  public void draft() {
    Done.go("/grid.xhtml?id=" + grids.draft(territory), "grids.begun");
  }

  public List<GridRow> getRows() {
    return rows;
  }

  /** The EPCI that may have a grid: SIREN by name. */
  public Map<String, String> getEpcis() {
    return lists.epcis();
  }

  /** The départements that may have one: names by code. */
  public Map<String, String> getDepartements() {
    return lists.departements();
  }

  public String getTerritory() {
    return territory;
  }

  public void setTerritory(String territory) {
    this.territory = territory;
  }
}
