package fr.toitcommun.persistence.territory;

import java.util.Optional;
import java.util.function.Function;

/** The three levels that figures are told and maps are drawn at. */
public enum TerritoryLevel {
  MUNICIPALITY(Municipality::code),
  EPCI(Municipality::epciSiren),
  DEPARTEMENT(Municipality::departementCode);

  private final Function<Municipality, String> code;

  TerritoryLevel(Function<Municipality, String> code) {
    this.code = code;
  }

  /**
   * The code of the territory of this level that a municipality is in; none for one without EPCI.
   */
  public Optional<String> codeOf(Municipality municipality) {
    return Optional.ofNullable(code.apply(municipality));
  }
}
