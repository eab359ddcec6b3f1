package fr.toitcommun.web.api;

import fr.toitcommun.persistence.allocation.stock.ImportLine;
import fr.toitcommun.persistence.allocation.stock.StockImport;
import java.util.List;

/**
 * What an import of stock did, or would do.
 *
 * @param written whether it was written
 * @param report its lines with a fault, a thousand at most; without any, the first lines
 */
public record ImportAnswer(
    long importId,
    boolean written,
    int lines,
    int created,
    int changed,
    int unchanged,
    int faulty,
    List<ImportLine> report) {
  static ImportAnswer of(StockImport made, List<ImportLine> report) {
    return new ImportAnswer(
        made.id(),
        made.appliedAt() != null,
        made.lines(),
        made.created(),
        made.changed(),
        made.unchanged(),
        made.faulty(),
        report);
  }
}
