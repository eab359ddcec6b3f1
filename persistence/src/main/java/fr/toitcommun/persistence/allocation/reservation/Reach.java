package fr.toitcommun.persistence.allocation.reservation;

import java.util.Set;

/**
 * Where in a département dwellings may be put at a holder's disposal.
 *
 * @param everywhere in all of it
 * @param municipalities else only in these, by INSEE code
 */
public record Reach(boolean everywhere, Set<String> municipalities) {
  /** All of the département. */
  public static final Reach ALL = new Reach(true, Set.of());

  /** Only in these municipalities. */
  public static Reach of(String... municipalities) {
    return new Reach(false, Set.of(municipalities));
  }

  /** Whether it goes as far as that municipality. */
  public boolean covers(String municipality) {
    return everywhere || municipalities.contains(municipality);
  }
}
