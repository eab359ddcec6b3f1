package fr.toitcommun.persistence.registration.dossier;

/** What the virus scanner said of a document; an infected one is never kept. */
public enum ScanState {
  /** There was no scanner when it was deposited. */
  NOT_CONFIGURED,
  CLEAN,
  /** The scanner did not answer: nobody opens the document until it has. */
  AWAITED
}
