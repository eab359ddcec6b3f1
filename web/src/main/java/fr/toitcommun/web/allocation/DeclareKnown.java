package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Dwellings;
import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.persistence.allocation.VacancyForm;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.stock.DwellingDetail;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Declaring a dwelling of the stock vacant, or correcting the dates of its vacancy. */
@Named
@ViewScoped
public class DeclareKnown implements Serializable {
  @Inject private Dwellings dwellings;
  @Inject private Vacancies vacancies;

  private Long dwelling;
  private Long vacancy;
  private int version;
  private DwellingDetail detail;
  private final VacancyForm form = new VacancyForm();

  /** Reads the dwelling, and the vacancy that is to be corrected. */
  public void load() {
    if (vacancy != null) {
      VacancyRow row = vacancies.open(vacancy);
      version = row.version();
      form.setNoticeOn(row.noticeOn());
      form.setAvailableFrom(row.availableFrom());
      form.setReason(row.reason());
      form.setWorksUntil(row.worksUntil());
      form.setFlowExclusion(row.flowExclusion());
      dwelling = row.dwellingId();
    }
    detail = dwellings.open(dwelling == null ? 0 : dwelling);
  }

  /** Declares it, or corrects what was declared, and goes to the vacancy's page. */
  public void save() {
    if (isChanging()) {
      vacancies.change(vacancy, version, form);
      Done.go("/vacancy.xhtml?id=" + vacancy, "vacancy.changed");
    } else {
      long declared = vacancies.declareKnown(dwelling, form);
      Done.go("/vacancy.xhtml?id=" + declared, "declare.done");
    }
  }

  /** Whether a vacancy is corrected, and not declared. */
  public boolean isChanging() {
    return vacancy != null;
  }

  /** The page this one was come to from. */
  public String getBack() {
    return isChanging() ? "vacancy.xhtml?id=" + vacancy : "dwelling.xhtml?id=" + dwelling;
  }

  public DwellingDetail getDetail() {
    return detail;
  }

  public VacancyForm getForm() {
    return form;
  }

  public Long getDwelling() {
    return dwelling;
  }

  public void setDwelling(Long dwelling) {
    this.dwelling = dwelling;
  }

  public Long getVacancy() {
    return vacancy;
  }

  public void setVacancy(Long vacancy) {
    this.vacancy = vacancy;
  }
}
