package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.report.ReportFormat;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import fr.toitcommun.persistence.observatory.report.ReportTemplate;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Short reports of two towns of the same name and an EPCI, with invented figures. */
public final class InventedCollection {
  /** Whose reports there are. */
  public static final List<ReportTerritory> TERRITORIES =
      List.of(
          new ReportTerritory(Axis.MUNICIPALITY, "44001", "Saint-Clair"),
          new ReportTerritory(Axis.MUNICIPALITY, "49001", "Saint-Clair"),
          new ReportTerritory(Axis.EPCI, "244400404", "Nantes Métropole"));

  private InventedCollection() {}

  /** The collection as OpenDocument texts. */
  public static CollectedReports of(ReportKind kind, String text) {
    return new CollectedReports(
        new ReportOrder(kind, null, 2025, null, null, "fr"),
        TERRITORIES,
        new ReportMaker(new InventedFigures(), null, null, null, LocalDate.of(2026, 12, 1)),
        new ReportTemplate(kind, "fr", 1, "Profil – {territoire}", text, Instant.EPOCH, null),
        ReportFormat.ODT);
  }
}
