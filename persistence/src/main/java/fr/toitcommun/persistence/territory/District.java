package fr.toitcommun.persistence.territory;

import java.time.LocalDate;

/**
 * A neighbourhood of a municipality that a wish may name (form section h).
 *
 * @param code begins with the municipality's code and is never used again for another place
 * @param validTo last day on which it is offered; null: still
 * @param source who says that there is such a district
 */
public record District(
    String code,
    String municipalityCode,
    String name,
    LocalDate validFrom,
    LocalDate validTo,
    String source) {

  /** Whether it may be chosen on that day. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
