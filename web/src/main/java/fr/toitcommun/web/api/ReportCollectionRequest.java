package fr.toitcommun.web.api;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.report.ReportCollection;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report for each territory, as a system asks for them. */
record ReportCollectionRequest(
    @Schema(required = true, description = "Any but PARTNER") ReportKind kind,
    @Schema(required = true, description = "There is a report for each territory of this level")
        TerritoryLevel level,
    @Schema(
            description =
                "Code of a département: those in it; left out: all that the caller observes")
        String within,
    @Schema(description = "Calendar year; left out: the last one") Integer year,
    @Schema(description = "Of thematic sheets: code of the axis") Axis axis) {

  ReportCollection wanted() {
    return new ReportCollection(kind, level, within, year, axis);
  }
}
