package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.DataQuality;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.observatory.quality.QualityIndicator;
import fr.toitcommun.persistence.observatory.quality.QualityPage;
import fr.toitcommun.persistence.observatory.quality.QualityRow;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.web.shell.Me;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The demands that an indicator of quality finds, to be corrected. */
@Named
@RequestScoped
public class ListQuality extends QualityChoice {
  private static final int ROWS = 25;

  @Inject private DataQuality quality;
  @Inject private Me me;

  private QualityIndicator indicator = QualityIndicator.INCOME_MISSING;
  private String after;
  private QualityPage page;

  /** Reads a part of the list. */
  public void load() {
    page = quality.list(indicator, filter(), place(after), ROWS);
  }

  /** A place that a link states; anything else is the beginning. */
  private static DueCursor place(String written) {
    try {
      return written == null || written.isEmpty() ? null : DueCursor.read(written);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Where a demand is corrected; its own page for who may not change it. */
  public String link(QualityRow row) {
    return me.may(Right.REGISTER) ? row.link() : "demand.xhtml?number=" + row.uniqueNumber();
  }

  /** The same list of another indicator. */
  public String of(QualityIndicator other) {
    return list(other, filter());
  }

  /** Address of the counts under the same filter. */
  public String getCounts() {
    return "quality.xhtml?family=" + indicator.family() + query(filter());
  }

  /** Address of the file for office tools. */
  public String getExtract() {
    return "quality-extract?indicator=" + indicator + query(filter());
  }

  /** Where the list goes on; null at its end. */
  public String getFollowing() {
    return page.next() == null ? null : of(indicator) + "&after=" + page.next().written();
  }

  /** The desk that all rows are of; null: of several. */
  public String getOneDesk() {
    return getDesk() == null || page.rows().isEmpty() ? null : page.rows().get(0).desk();
  }

  public QualityPage getPage() {
    return page;
  }

  public QualityIndicator getIndicator() {
    return indicator;
  }

  public void setIndicator(QualityIndicator indicator) {
    this.indicator = indicator;
  }

  /** The place after which the part shown begins; null: the beginning. */
  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }
}
