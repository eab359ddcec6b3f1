package fr.toitcommun.web.api;

import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An extract as a system asks for it. */
record ExtractRequest(
    @Schema(description = "To find it in the list; 80 characters at most", required = true)
        String name,
    @Schema(required = true) ExtractKind kind,
    @Schema(required = true) ExtractFormat format,
    @Schema(description = "Of a TABLE: the question, as the link of the screen writes it")
        String question,
    @Schema(description = "Of FACTS the first day, of a SNAPSHOT its day; left out: the latest")
        LocalDate from,
    @Schema(description = "Of FACTS the last day") LocalDate to,
    @Schema(description = "Codes kept, by the name of their axis")
        Map<String, List<String>> filters,
    @Schema(description = "Names of the axes that become columns; left out: all there are")
        List<String> columns,
    @Schema(description = "Of REPORTS: which") ReportCollectionRequest reports,
    @Schema(description = "fr or en; left out: fr") String language) {

  NewExtract wanted() {
    return new NewExtract(
        name,
        kind == null
            ? null
            : new ExtractContent(
                kind,
                question,
                from,
                to,
                filters,
                columns,
                reports == null ? null : reports.wanted()),
        format,
        language);
  }
}
