package fr.toitcommun.persistence.registration;

/** Kinds of events that the shared file keeps of a demand (R.441-2-15). */
public enum DemandEventKind {
  REGISTERED,
  MODIFIED,
  RENEWED,
  CANCELLED,
  REINSTATED,
  /** A registered notice was asked for (R.441-2-8 c and d); the detail is its kind. */
  NOTICE_ASKED,
  PROPOSED,
  PROPOSAL_ACCEPTED,
  PROPOSAL_REFUSED,
  PROPOSAL_LAPSED,
  PROPOSAL_WITHDRAWN,
  PROPOSAL_RELEASED,
  ON_AGENDA,
  DECIDED,
  HOUSED
}
