package fr.toitcommun.persistence.registration.dossier;

/** What an agent made of a document. */
public enum DocumentStatus {
  TO_CHECK,
  CHECKED,
  /** Refused for a reason of the code list DOCUMENT_REFUSAL. */
  REFUSED
}
