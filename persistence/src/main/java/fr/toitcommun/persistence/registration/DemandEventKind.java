package fr.toitcommun.persistence.registration;

/** Kinds of events that the shared file keeps of a demand (R.441-2-15). */
public enum DemandEventKind {
  REGISTERED,
  MODIFIED,
  PERSON_LEFT,
  SEPARATED,
  RECTIFICATION_ASKED,
  RENEWED,
  HANDICAP_COMPLEMENT,
  CANCELLED,
  REINSTATED,
  /** Merged with another demand of the same person, whose number is the detail. */
  MERGED,
  /** The merging was undone. */
  UNMERGED,
  /** A registered notice was asked for (R.441-2-8 c and d); the detail is its kind. */
  NOTICE_ASKED,
  RENEWAL_NOTICE,
  RENEWAL_REMINDER,
  ABNORMAL_DELAY,
  /** That a priority be certified was asked for; the detail is its kind and code. */
  LABEL_ASKED,
  LABEL_CERTIFIED,
  LABEL_REJECTED,
  /** Its last day is over, it was taken back, or the household was rehoused. */
  LABEL_ENDED,
  PROPOSED,
  PROPOSAL_ACCEPTED,
  PROPOSAL_REFUSED,
  PROPOSAL_LAPSED,
  PROPOSAL_WITHDRAWN,
  PROPOSAL_RELEASED,
  ON_AGENDA,
  DECIDED,
  HOUSED,
  /** A desk has received a paper that is still to be uploaded. */
  DOCUMENT_RECEIVED,
  DOCUMENT_DEPOSITED,
  DOCUMENT_CHECKED,
  DOCUMENT_REFUSED,
  DOCUMENT_DELETED
}
