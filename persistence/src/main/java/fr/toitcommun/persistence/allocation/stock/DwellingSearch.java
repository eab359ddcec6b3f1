package fr.toitcommun.persistence.allocation.stock;

import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.registration.DwellingType;

/**
 * Which dwellings of a stock are asked for; null where it does not matter.
 *
 * @param text part of the reference, of the RPLS number or of the address
 * @param municipalityCode INSEE code
 * @param state whether they are vacant
 */
public record DwellingSearch(
    String text,
    String municipalityCode,
    DwellingType type,
    FundingScheme scheme,
    String energyClass,
    State state) {

  /** Whether a dwelling is vacant. */
  public enum State {
    /** Open to let. */
    VACANT,
    /** No vacancy is open. */
    NOT_VACANT
  }
}
