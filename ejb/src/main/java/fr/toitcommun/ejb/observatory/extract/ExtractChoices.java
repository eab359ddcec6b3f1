package fr.toitcommun.ejb.observatory.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What may be asked for.
 *
 * @param rowsAllowed whether rows of single demands may be taken out, not tables alone
 * @param columns that rows may have
 * @param factColumns codes of those among them that only rows of what happened have
 * @param snapshots days of those on file, the latest first
 * @param departements whose rows the caller's partner may have
 */
public record ExtractChoices(
    boolean rowsAllowed,
    List<Choice> columns,
    Set<String> factColumns,
    List<LocalDate> snapshots,
    List<Choice> departements,
    List<Choice> types,
    LocalDate today) {

  /** A code and what it is called. */
  public record Choice(String code, String label) {}
}
