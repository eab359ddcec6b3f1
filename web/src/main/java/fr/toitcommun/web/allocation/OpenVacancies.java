package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.persistence.allocation.VacancyPage;
import fr.toitcommun.persistence.allocation.VacancyPlace;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Me;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The landlord's open vacancies. */
@Named
@ViewScoped
public class OpenVacancies implements Serializable {
  private static final int ROWS = 25;

  @Inject private Vacancies vacancies;
  @Inject private Me me;

  private String municipality;
  private Long number;
  private VacancyPage page;
  private List<VacancyPlace> places;
  private List<VacancyRow> fallen;

  /** Reads the part asked for; who has no stock describes a dwelling instead. */
  public void load() {
    if (!me.may(Right.PROPOSE)) {
      Done.go("/candidates.xhtml", null);
      return;
    }
    places = vacancies.places();
    fallen = vacancies.fallenBack();
    page = vacancies.list(municipality, (Pages.first(number) - 1) * ROWS, ROWS);
  }

  public VacancyPage getPage() {
    return page;
  }

  /** Those for which a holder designated nobody in time. */
  public List<VacancyRow> getFallen() {
    return fallen;
  }

  public List<VacancyPlace> getPlaces() {
    return places;
  }

  public Pages getPages() {
    return Pages.at(number, ROWS, page.total());
  }

  public String getMunicipality() {
    return municipality;
  }

  public void setMunicipality(String municipality) {
    this.municipality = municipality;
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }
}
