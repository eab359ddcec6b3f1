package fr.toitcommun.web.reference;

import fr.toitcommun.ejb.reference.LocalRules;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.QuartileThreshold;
import fr.toitcommun.web.shell.Me;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The manager states the thresholds of the first quartile (L.441-1). */
@Named
@ViewScoped
public class StateThresholds implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private LocalRules rules;
  @Inject private Territories territories;
  @Inject private Me me;
  @Inject private News news;

  private Integer year;
  private String epci;
  private Integer amount;
  private Integer ofYear;
  private String source;
  private String lines;
  private List<QuartileThreshold> shown;

  /** Reads the thresholds of the year that the address names; of the latest one. */
  public void load() {
    me.require(Right.ADMINISTER);
    List<Integer> years = rules.thresholdYears();
    if (year == null) {
      year = years.isEmpty() ? Integer.valueOf(rules.thisYear()) : years.get(0);
    }
    shown = rules.thresholds(year);
    ofYear = year;
  }

  /** States one. */
  public String save() {
    rules.stateThreshold(epci, ofYear, amount, source);
    return news.at("thresholds.saved", "/thresholds.xhtml?faces-redirect=true&year=" + ofYear);
  }

  /** Takes many over. */
  public String take() {
    int taken = rules.importThresholds(lines, source);
    return news.at("thresholds.taken", "/thresholds.xhtml?faces-redirect=true", taken);
  }

  /** Name of an EPCI. */
  public String named(String siren) {
    return territories.getEpcis().getOrDefault(siren, siren);
  }

  public List<QuartileThreshold> getShown() {
    return shown;
  }

  public List<Integer> getYears() {
    return rules.thresholdYears();
  }

  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  public String getEpci() {
    return epci;
  }

  public void setEpci(String epci) {
    this.epci = epci;
  }

  public Integer getAmount() {
    return amount;
  }

  public void setAmount(Integer amount) {
    this.amount = amount;
  }

  public Integer getOfYear() {
    return ofYear;
  }

  public void setOfYear(Integer ofYear) {
    this.ofYear = ofYear;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }

  public String getLines() {
    return lines;
  }

  public void setLines(String lines) {
    this.lines = lines;
  }
}
