package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Declaring a dwelling of the landlord's stock vacant. */
@Named
@ViewScoped
public class DeclareVacancy implements Serializable {
  /** Classes of the energy certificate, the best first. */
  static final List<String> ENERGY_CLASSES = List.of("A", "B", "C", "D", "E", "F", "G");

  @Inject private Vacancies vacancies;
  @Inject private Me me;

  private final DwellingForm form = new DwellingForm();

  /** Keeps away who has no stock. */
  public void load() {
    me.require(Right.PROPOSE);
  }

  /** Classes of the energy certificate. */
  public List<String> getEnergyClasses() {
    return ENERGY_CLASSES;
  }

  /** Declares it and goes to its page. */
  public void declare() {
    long vacancy = vacancies.declare(form);
    Done.go("/vacancy.xhtml?id=" + vacancy, "declare.done");
  }

  public DwellingForm getForm() {
    return form;
  }
}
