package fr.toitcommun.persistence.allocation.stock;

import java.time.Instant;
import java.util.List;

/**
 * An import of stock: checked, and perhaps written.
 *
 * @param appliedAt when it was written; null: it was checked only
 * @param columns columns of dwellings that the file states
 * @param lines of the file, without its headers
 * @param faulty lines with a fault: while there is one, nothing is written
 */
public record StockImport(
    long id,
    long landlordId,
    String fileName,
    Instant checkedAt,
    Instant appliedAt,
    List<String> columns,
    int lines,
    int created,
    int changed,
    int unchanged,
    int faulty) {

  /** Whether it can be written: no line has a fault, and some line would do something. */
  public boolean applicable() {
    return appliedAt == null && faulty == 0 && created + changed > 0;
  }
}
