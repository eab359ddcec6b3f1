package fr.toitcommun.persistence.registration.dossier;

/** Whose a kind of document is. */
public enum OfWhom {
  /** Each applicant and co-applicant. */
  SIGNER,
  /** Each person of full age to be housed. */
  ADULT,
  /** The household as a whole; it may be deposited for one person all the same. */
  DEMAND
}
