package fr.toitcommun.persistence.reference;

import java.time.LocalDate;

/**
 * A household of so many persons fits a dwelling of that type (configurable grid, domain.md §3.2).
 *
 * @param persons ten stands for ten or more
 * @param departementCode of a département's own grid; null: not
 * @param epciSiren of an EPCI's own grid; null: not
 * @param validTo last day; null: still in force
 * @param source who says so
 * @param assumed true for the usual practice, which no text sets
 */
public record SizeFit(
    int persons,
    String dwellingType,
    String departementCode,
    String epciSiren,
    LocalDate validFrom,
    LocalDate validTo,
    String source,
    boolean assumed) {

  /** Whether it holds on that day. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
