package fr.toitcommun.web.observatory;

import fr.toitcommun.persistence.observatory.quality.QualityFilter;
import fr.toitcommun.persistence.observatory.quality.QualityIndicator;

/** Whose demands a page about quality is about, as its address says it. */
public abstract class QualityChoice {
  private String departement;
  private Long partner;
  private Long desk;

  /** The filter that the address states. */
  protected QualityFilter filter() {
    return new QualityFilter(
        departement == null || departement.isBlank() ? null : departement, partner, desk);
  }

  /** The same as a query, with a sign before each part; another desk when one is given. */
  protected String query(QualityFilter filter) {
    return (filter.departement() == null ? "" : "&departement=" + filter.departement())
        + (filter.partnerId() == null ? "" : "&partner=" + filter.partnerId())
        + (filter.deskId() == null ? "" : "&desk=" + filter.deskId());
  }

  /** Address of the list of an indicator. */
  protected String list(QualityIndicator indicator, QualityFilter filter) {
    return "quality-list.xhtml?indicator=" + indicator + query(filter);
  }

  /** Whether it narrows anything. */
  public boolean isNarrowed() {
    return !QualityFilter.NONE.equals(filter());
  }

  /** The partner as the choice names it. */
  public String getPartnerCode() {
    return partner == null ? null : partner.toString();
  }

  public String getDepartement() {
    return departement;
  }

  public void setDepartement(String departement) {
    // Nobody's département is written otherwise; anything else is not carried on.
    this.departement =
        departement != null && departement.matches("[0-9AB]{1,3}") ? departement : null;
  }

  public Long getPartner() {
    return partner;
  }

  public void setPartner(Long partner) {
    this.partner = partner;
  }

  public Long getDesk() {
    return desk;
  }

  public void setDesk(Long desk) {
    this.desk = desk;
  }
}
