package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Agreements;
import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.allocation.DwellingControls;
import fr.toitcommun.persistence.allocation.reservation.AgreementForm;
import fr.toitcommun.persistence.allocation.reservation.AgreementRow;
import fr.toitcommun.persistence.allocation.reservation.AgreementRules;
import fr.toitcommun.persistence.allocation.reservation.HolderReader;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Me;
import jakarta.ejb.EJBAccessException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Keeping a reservation agreement, new or changed. */
@Named
@ViewScoped
public class EditAgreement implements Serializable {
  @Inject private Agreements agreements;
  @Inject private CodeLists lists;
  @Inject private Me me;

  private Long id;
  private AgreementRow row;
  private final AgreementForm form = new AgreementForm();
  private String references;
  private List<HolderReader.Party> holders = List.of();

  /** Reads what is to be changed, or offers what is usual. */
  public void load() {
    if (!me.may(Right.PROPOSE) && !me.may(Right.ADMINISTER)) {
      throw new EJBAccessException(Right.PROPOSE);
    }
    if (id == null) {
      form.setDepartementCode(getDepartements().get(0).getKey());
      form.setDesignationDays(agreements.usualDays());
      moved();
      return;
    }
    row = agreements.open(id, lists.today().getYear());
    form.setQuota(row.quota());
    form.setPercent(row.percent());
    form.setAgentsPercent(row.agentsPercent());
    form.setDesignationDays(row.designationDays());
    form.setSignedOn(row.signedOn());
    form.setValidFrom(row.validFrom());
    form.setValidTo(row.validTo());
    references = String.join("\n", agreements.identified(id));
  }

  /** Another département: other holders. */
  public void moved() {
    holders = agreements.holders(form.getDepartementCode());
  }

  /** Keeps it and goes to its page. */
  public void save() {
    form.setIdentified(lines(references));
    long kept;
    if (id == null) {
      kept = agreements.agree(form);
    } else {
      agreements.change(id, row.version(), form);
      kept = id;
    }
    Done.go("/agreement.xhtml?id=" + kept, "agreement.kept");
  }

  /** One reference a line, as landlords write them: some hold spaces or commas. */
  static List<String> lines(String typed) {
    return typed == null
        ? List.of()
        : typed.lines().map(String::strip).filter(one -> !one.isEmpty()).distinct().toList();
  }

  /** The départements of the agent's partner, by code. */
  public List<Map.Entry<String, String>> getDepartements() {
    List<String> own = me.getProfile().scope().departements();
    return lists.departements().entrySet().stream()
        .filter(one -> own.contains(one.getKey()))
        .map(one -> Map.entry(one.getKey(), one.getValue()))
        .toList();
  }

  /** All landlords, for the manager. */
  public List<HolderReader.Party> getLandlords() {
    return agreements.landlords();
  }

  public List<HolderReader.Party> getHolders() {
    return holders;
  }

  public AgreementForm getForm() {
    return form;
  }

  public AgreementRow getRow() {
    return row;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  /**
   * Most characters of all references: as many as there may be, each as long, with its line end.
   */
  public int getLongest() {
    return AgreementRules.MOST_IDENTIFIED * (DwellingControls.LONGEST_TEXT + 1);
  }

  /** The landlord's references of the identified dwellings, one a line. */
  public String getReferences() {
    return references;
  }

  public void setReferences(String references) {
    this.references = references;
  }
}
