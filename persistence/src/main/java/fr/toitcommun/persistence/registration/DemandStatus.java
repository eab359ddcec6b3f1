package fr.toitcommun.persistence.registration;

/** Whether a demand is in the file or has left it. */
public enum DemandStatus {
  ACTIVE,
  CANCELLED
}
