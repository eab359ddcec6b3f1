package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Dwellings;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.stock.DwellingDetail;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Modifying a dwelling of the stock. */
@Named
@ViewScoped
public class ModifyDwelling implements Serializable {
  @Inject private Dwellings dwellings;

  private long id;
  private int version;
  private DwellingForm form;

  /** Reads what is to be modified. */
  public void load() {
    DwellingDetail dwelling = dwellings.open(id);
    version = dwelling.version();
    form = dwelling.form();
  }

  /** Classes of the energy certificate. */
  public List<String> getEnergyClasses() {
    return DeclareVacancy.ENERGY_CLASSES;
  }

  /** Modifies it and goes back to its page. */
  public void save() {
    dwellings.modify(id, version, form);
    Done.go("/dwelling.xhtml?id=" + id, "dwelling.modified");
  }

  public DwellingForm getForm() {
    return form;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
