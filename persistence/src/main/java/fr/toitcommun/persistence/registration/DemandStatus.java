package fr.toitcommun.persistence.registration;

/** Whether a demand is in the file, has left it, or has gone into another. */
public enum DemandStatus {
  ACTIVE,
  CANCELLED,
  /** Merged into another demand of the same person, to which its number leads. */
  MERGED
}
