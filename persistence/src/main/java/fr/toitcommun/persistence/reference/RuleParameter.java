package fr.toitcommun.persistence.reference;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A dated amount or delay that a rule uses.
 *
 * @param departementCode where it holds; null: everywhere
 * @param dwellingType type of dwelling sought for which it holds; null: all
 * @param article the article it comes from
 * @param assumed true when no source was found: screens show it as an assumption
 */
public record RuleParameter(
    String name,
    String departementCode,
    BigDecimal value,
    String unit,
    LocalDate validFrom,
    LocalDate validTo,
    String article,
    boolean assumed,
    String dwellingType) {

  boolean holds(String wanted, String departement, LocalDate day) {
    return name.equals(wanted)
        && dwellingType == null
        && (departementCode == null || departementCode.equals(departement))
        && !day.isBefore(validFrom)
        && (validTo == null || !day.isAfter(validTo));
  }
}
