package fr.toitcommun.persistence.territory;

import java.time.LocalDate;

/**
 * A code that is no longer a municipality's own.
 *
 * @param oldCode INSEE code that went out of use
 * @param newCode INSEE code of the municipality that the ground belongs to since
 * @param validFrom first day of that
 * @param validTo day on which the two came apart again; null: still together
 * @param assumed whether no source tells the day: it lies then no later than {@code validFrom}
 */
public record MunicipalityMerger(
    String oldCode, String newCode, LocalDate validFrom, LocalDate validTo, boolean assumed) {

  /** Whether it holds on that day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }
}
