package fr.toitcommun.persistence.observatory;

/** Where the values of an axis come from, and so what they are called. */
public enum AxisKind {
  /** Months, quarters or years. */
  TIME,
  /** Municipalities, EPCI or départements. */
  TERRITORY,
  /** A code list of the form or of the law. */
  LIST,
  /** Values of the observatory's own, in a fixed order: bands, yes and no. */
  BAND,
  /** Partners. */
  PARTNER,
  /** Registration desks. */
  DESK
}
