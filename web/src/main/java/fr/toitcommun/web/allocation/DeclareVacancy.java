package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Declaring a dwelling of the landlord's stock vacant. */
@Named
@ViewScoped
public class DeclareVacancy implements Serializable {
  @Inject private Vacancies vacancies;

  private final DwellingForm form = new DwellingForm();

  /** Declares it and goes to its page. */
  public void declare() {
    long vacancy = vacancies.declare(form);
    Done.go("/vacancy.xhtml?id=" + vacancy, "declare.done");
  }

  public DwellingForm getForm() {
    return form;
  }
}
