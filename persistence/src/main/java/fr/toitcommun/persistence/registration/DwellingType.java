package fr.toitcommun.persistence.registration;

import java.util.Collection;

/**
 * Types of dwelling of the form, with the codes of the national interface (code list
 * DWELLING_TYPE). The order of declaration gives the bit of the search mask and must not change.
 */
public enum DwellingType {
  C,
  T1,
  T2,
  T3,
  T4,
  T5,
  T6P;

  /** The bit that stands for this type in a mask. */
  public int bit() {
    return 1 << ordinal();
  }

  /** The mask of several types. */
  public static int mask(Collection<DwellingType> types) {
    return types.stream().mapToInt(DwellingType::bit).reduce(0, (a, b) -> a | b);
  }

  /** Main rooms of a dwelling of this type; a room counts as one. */
  public int rooms() {
    return this == C ? 1 : ordinal();
  }
}
