package fr.toitcommun.web.reference;

import fr.toitcommun.ejb.reference.LocalRules;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.Commitment;
import fr.toitcommun.web.shell.Me;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** The manager states the yearly commitments of collective agreements, by landlord. */
@Named
@ViewScoped
public class StateCommitments implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private LocalRules rules;
  @Inject private Me me;
  @Inject private News news;

  private Integer year;
  private Integer ofYear;
  private String agreement;
  private Long landlord;
  private Integer target;
  private List<Commitment> shown;

  /** Reads the commitments of the year that the address names; of this year. */
  public void load() {
    me.require(Right.ADMINISTER);
    if (year == null) {
      year = rules.thisYear();
    }
    shown = rules.commitments(year);
    ofYear = year;
  }

  /** States one; 0 takes it away. */
  public String save() {
    String[] parts = agreement == null ? new String[0] : agreement.split(" ");
    rules.stateCommitment(
        parts.length == 2 ? parts[0] : null,
        ofYear,
        parts.length == 2 ? parts[1] : null,
        landlord,
        target);
    return news.at("collective.saved", "/collective.xhtml?faces-redirect=true&year=" + ofYear);
  }

  public int getThisYear() {
    return rules.thisYear();
  }

  public Map<Long, String> getLandlords() {
    return rules.landlords();
  }

  /** All commitments of the year together. */
  public int getTotal() {
    return shown.stream().mapToInt(Commitment::target).sum();
  }

  public List<Commitment> getShown() {
    return shown;
  }

  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  public Integer getOfYear() {
    return ofYear;
  }

  public void setOfYear(Integer ofYear) {
    this.ofYear = ofYear;
  }

  public String getAgreement() {
    return agreement;
  }

  public void setAgreement(String agreement) {
    this.agreement = agreement;
  }

  public Long getLandlord() {
    return landlord;
  }

  public void setLandlord(Long landlord) {
    this.landlord = landlord;
  }

  public Integer getTarget() {
    return target;
  }

  public void setTarget(Integer target) {
    this.target = target;
  }
}
