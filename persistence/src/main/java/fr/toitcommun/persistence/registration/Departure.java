package fr.toitcommun.persistence.registration;

/** Why a signer leaves a demand that goes on without them. */
public enum Departure {
  /** Has died. */
  DEATH,
  /** Asks for a dwelling no more, or with somebody else. */
  WITHDRAWAL
}
