package fr.toitcommun.persistence.allocation;

/** Kinds of household, as candidates are filtered and simulations told by them. */
public enum HouseholdKind {
  /** One person alone. */
  SINGLE,
  /** One adult with children. */
  PARENT,
  /** A couple without children. */
  COUPLE,
  /** A couple with children. */
  FAMILY,
  /** Other people together. */
  OTHER,
  /** A legal person (L.442-8-1). */
  BODY
}
