package fr.toitcommun.persistence.commission;

import java.util.Set;

/**
 * What a commission is told of why somebody asks for a dwelling: a motive of violence, disability
 * or health has no name there, like the grounds of L.441-1 that tell of them.
 */
final class ToldMotive {
  /** Family violence, disability, health, of DEMAND_MOTIVE. */
  private static final Set<String> PROTECTED = Set.of("06", "07", "08");

  private ToldMotive() {}

  /** A code of DEMAND_MOTIVE as the commission reads it; null stays null. */
  static String of(String code) {
    return code != null && PROTECTED.contains(code) ? SessionDetail.PROTECTED_MOTIVE : code;
  }
}
