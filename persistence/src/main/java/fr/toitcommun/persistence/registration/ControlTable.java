package fr.toitcommun.persistence.registration;

import java.util.List;
import java.util.stream.Stream;

/**
 * The one table of the controls of a demand, for screens, the interface for systems and imports
 * alike. Identifiers are never given twice; {@code docs/controls.md} is made from it.
 */
public final class ControlTable {
  /** The controls of the form of a demand, section by section. */
  public static final List<Control<DemandForm>> DEMAND =
      Stream.of(IdentityControls.ALL, HouseholdControls.ALL, SoughtControls.ALL)
          .flatMap(List::stream)
          .toList();

  /** The controls of the handicap complement, which is no part of that form. */
  public static final List<Control<HandicapComplementForm>> HANDICAP = HandicapControls.ALL;

  private ControlTable() {}

  /** Every line of the table. */
  public static List<Control<?>> all() {
    return Stream.<Control<?>>concat(DEMAND.stream(), HANDICAP.stream()).toList();
  }
}
