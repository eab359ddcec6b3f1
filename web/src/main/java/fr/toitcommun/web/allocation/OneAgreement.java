package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Agreements;
import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.allocation.reservation.AgreementRow;
import fr.toitcommun.persistence.allocation.reservation.Balance;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;

/** A reservation agreement with its balance through a year. */
@Named
@ViewScoped
public class OneAgreement implements Serializable {
  @Inject private Agreements agreements;
  @Inject private CodeLists lists;
  @Inject private Language language;
  @Inject private Me me;

  private long id;
  private Long year;
  private AgreementRow row;
  private transient List<Map.Entry<Integer, Balance>> months;
  private transient List<Map.Entry<String, Long>> excluded;
  private transient String identified;

  /** Reads it. */
  public void load() {
    int shown = getShownYear();
    row = agreements.open(id, shown);
    months = List.copyOf(agreements.months(id, shown).entrySet());
    excluded = List.copyOf(agreements.excluded(id, shown).entrySet());
    identified = String.join(", ", agreements.identified(id));
  }

  /** The year whose balance is shown. */
  public int getShownYear() {
    return ListAgreements.year(year, lists);
  }

  /** That year as a text. */
  public String getYearText() {
    return text(0);
  }

  /** A year before or after, as a text. */
  public String text(int after) {
    return String.valueOf(getShownYear() + after);
  }

  /** The name of a month, from 1. */
  public String month(int number) {
    return Month.of(number).getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale());
  }

  /** Whether the agent may keep it. */
  public boolean isWriter() {
    return me.may(Right.ADMINISTER)
        || me.may(Right.PROPOSE) && row.landlordId() == me.getProfile().partnerId();
  }

  public AgreementRow getRow() {
    return row;
  }

  /** The balance by month of those that had a flow. */
  public List<Map.Entry<Integer, Balance>> getMonths() {
    return months;
  }

  /** Dwellings excluded from the flow, by reason. */
  public List<Map.Entry<String, Long>> getExcluded() {
    return excluded;
  }

  /** References of the identified dwellings, in a line. */
  public String getIdentified() {
    return identified;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public Long getYear() {
    return year;
  }

  public void setYear(Long year) {
    this.year = year;
  }
}
