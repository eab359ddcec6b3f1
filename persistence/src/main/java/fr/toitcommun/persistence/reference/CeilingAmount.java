package fr.toitcommun.persistence.reference;

import java.time.LocalDate;

/**
 * One amount of a table of income ceilings.
 *
 * @param zone one of the three zones of the arrêté of 29 July 1987
 * @param category 1 to 6; 7 is each person beyond six
 * @param amount euros a year
 */
public record CeilingAmount(
    String scheme,
    String zone,
    int year,
    int category,
    int amount,
    LocalDate validFrom,
    LocalDate validTo,
    boolean assumed) {

  /** Whether it holds on that day. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
