package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import java.util.List;

/**
 * What may be asked of reports.
 *
 * @param partners whose activity may be reported
 * @param axes that a thematic sheet may be about
 */
public record ReportChoices(
    List<Integer> years,
    List<ReportTerritory> departements,
    List<ReportTerritory> epcis,
    List<Choice> partners,
    List<Choice> axes) {

  /** A choice of the page. */
  public record Choice(String code, String name) {}
}
