package fr.toitcommun.persistence.registration.priority;

import java.util.Locale;

/**
 * Why a demand goes first (L.441-1). The order is that of the bits stored with each demand: grounds
 * are added at the end only. Their texts are reference data, the list PRIORITY_GROUND.
 */
public enum PriorityGround {
  /** Recognised under the enforceable right to housing (L.441-2-3). */
  DALO,
  /** Disability, or someone disabled in the home. */
  A,
  /** Leaving a flat of therapeutic coordination. */
  B,
  /** Badly housed, disadvantaged, with difficulties of money or insertion. */
  C,
  /** Lodged for a time in an establishment or a dwelling of transition. */
  D,
  /** Back to work after long unemployment. */
  E,
  /** Unfit housing. */
  F,
  /** Violence within the couple, threat of forced marriage. */
  G,
  /** Rape or assault at home or near it. */
  G_BIS,
  /** Leaving prostitution. */
  H,
  /** Trafficking or pimping. */
  I,
  /** A minor child in manifestly over-occupied or non-decent housing. */
  J,
  /** Without housing, or lodged by third parties. */
  K,
  /** Threatened with eviction without rehousing. */
  L,
  /** Under 21 and formerly in the care of child welfare. */
  M;

  /** The bit that stands for a ground which was erased with the names: there was one. */
  public static final int UNTOLD = 1 << 30;

  /** Whether it tells of health or violence: told to those with the right SENSITIVE alone. */
  public boolean sensitive() {
    return switch (this) {
      case B, G, G_BIS, H, I -> true;
      default -> false;
    };
  }

  /** Its code in the list PRIORITY_GROUND; the DALO has one of its own. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The bit that stands for this ground in a stored set. */
  public int bit() {
    return 1 << ordinal();
  }
}
