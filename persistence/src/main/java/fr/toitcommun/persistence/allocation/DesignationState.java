package fr.toitcommun.persistence.allocation;

/** What a reservation holder has made of a vacancy at its disposal (R.441-5). */
public enum DesignationState {
  /** It was offered to nobody: the landlord proposes it itself. */
  NONE,
  /** The holder may designate until the deadline. */
  AWAITED,
  /** It did, and may add to it until the deadline. */
  DESIGNATED,
  /** It did not in time: the dwelling has fallen back to the landlord. */
  LAPSED
}
