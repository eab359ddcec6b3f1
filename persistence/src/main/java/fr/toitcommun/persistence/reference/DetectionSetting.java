package fr.toitcommun.persistence.reference;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Where and since when a rule proposes a ground of L.441-1.
 *
 * @param code name of the rule
 * @param departementCode where; null: everywhere without a setting of its own
 * @param threshold what it compares with; null: nothing
 * @param validTo last day; null: still in force
 * @param assumed true when the rule is this product's reading of the law
 */
public record DetectionSetting(
    String code,
    String departementCode,
    BigDecimal threshold,
    LocalDate validFrom,
    LocalDate validTo,
    String article,
    boolean assumed) {

  boolean holds(String departement, LocalDate day) {
    return (departementCode == null || departementCode.equals(departement))
        && !day.isBefore(validFrom)
        && (validTo == null || !day.isAfter(validTo));
  }
}
