package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.report.ReportFormat;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import fr.toitcommun.persistence.observatory.report.ReportTemplate;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import java.util.List;

/** The reports of a collection: each is made when it is asked for, and none is kept here. */
public final class CollectedReports {
  private final ReportOrder order;
  private final List<ReportTerritory> territories;
  private final ReportMaker maker;
  private final ReportTemplate template;
  private final ReportFormat format;

  CollectedReports(
      ReportOrder order,
      List<ReportTerritory> territories,
      ReportMaker maker,
      ReportTemplate template,
      ReportFormat format) {
    this.order = order;
    this.territories = territories;
    this.maker = maker;
    this.template = template;
    this.format = format;
  }

  /** What each of them is, but for its territory. */
  public ReportOrder order() {
    return order;
  }

  /** The territories that there is a report of. */
  public List<ReportTerritory> territories() {
    return territories;
  }

  /** What a territory is called, with the part of it that its report is of. */
  public String nameOf(ReportTerritory territory) {
    return new ReportWords(order.language()).named(territory);
  }

  /**
   * The report of a territory. None of the observatory's figures is older than the first of the
   * first report made; the same tally is the same figure in all of them.
   *
   * @throws IllegalStateException when it cannot be written
   */
  public MadeReport make(ReportTerritory territory) {
    return maker.make(order.of(territory), template, format);
  }
}
