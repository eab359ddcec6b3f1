package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import java.util.List;

/**
 * What may be asked of reports.
 *
 * @param partners whose activity may be reported
 * @param ownPartner code of the caller's own
 * @param axes that a thematic sheet may be about
 */
public record ReportChoices(
    List<Integer> years,
    List<ReportTerritory> departements,
    List<ReportTerritory> epcis,
    List<Choice> partners,
    String ownPartner,
    List<Choice> axes) {

  /** A choice of the page. */
  public record Choice(String code, String name) {}
}
