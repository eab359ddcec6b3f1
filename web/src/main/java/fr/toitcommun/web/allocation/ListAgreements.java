package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Agreements;
import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.allocation.reservation.AgreementPage;
import fr.toitcommun.persistence.allocation.reservation.HolderReader;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.web.shell.Me;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The reservation agreements that the agent may see, with their balance of a year. */
@Named
@ViewScoped
public class ListAgreements implements Serializable {
  private static final int ROWS = 25;
  private static final int YEARS = 4;

  @Inject private Agreements agreements;
  @Inject private CodeLists lists;
  @Inject private Me me;

  private String departement;
  private Long landlord;
  private Long year;
  private Long number;
  private AgreementPage page;

  /** Reads the part asked for. */
  public void load() {
    page =
        agreements.list(
            departement, landlord, getShownYear(), (Pages.first(number) - 1) * ROWS, ROWS);
  }

  /** The year whose balance is shown. */
  public int getShownYear() {
    return year(year, lists);
  }

  /** A year that may be asked for; this one for anything else. */
  static int year(Long asked, CodeLists lists) {
    return asked != null && asked >= 2000 && asked <= 2100
        ? asked.intValue()
        : lists.today().getYear();
  }

  /** The years offered, this one first. */
  public List<Integer> getYears() {
    int now = lists.today().getYear();
    return IntStream.range(0, YEARS).mapToObj(i -> now - i).toList();
  }

  /** Whether the agent may keep agreements. */
  public boolean isWriter() {
    return me.may(Right.PROPOSE) || me.may(Right.ADMINISTER);
  }

  /** Names of the départements by code. */
  public Collection<Map.Entry<String, String>> getDepartements() {
    return lists.departements().entrySet();
  }

  /** All landlords, for the manager. */
  public List<HolderReader.Party> getLandlords() {
    return agreements.landlords();
  }

  /** Address of this list, to which the part's number is added. */
  public String getAddress() {
    return "agreements.xhtml?year=%d&departement=%s&landlord=%s"
        .formatted(
            getShownYear(),
            departement == null ? "" : departement,
            landlord == null ? "" : landlord);
  }

  public AgreementPage getPage() {
    return page;
  }

  public Pages getPages() {
    return Pages.at(number, ROWS, page.total());
  }

  public String getDepartement() {
    return departement;
  }

  public void setDepartement(String departement) {
    this.departement = departement;
  }

  public Long getLandlord() {
    return landlord;
  }

  public void setLandlord(Long landlord) {
    this.landlord = landlord;
  }

  public Long getYear() {
    return year;
  }

  public void setYear(Long year) {
    this.year = year;
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }
}
