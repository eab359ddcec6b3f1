package fr.toitcommun.persistence.allocation;

/** Why a proposal lost its object. */
public enum ReleaseReason {
  /** The applicant has signed a lease elsewhere. */
  HOUSED_ELSEWHERE,
  /** The demand has left the file without one. */
  LEFT_FILE,
  /** The dwelling has another tenant. */
  DWELLING_LET
}
