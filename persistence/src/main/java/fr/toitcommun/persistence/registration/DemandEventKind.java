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
  /** The applicant was told; the delay to answer counts from the day it took effect. */
  PROPOSAL_NOTIFIED,
  /** A reservation holder put the applicant forward for a dwelling at its disposal (R.441-5). */
  DESIGNATED,
  PROPOSAL_ACCEPTED,
  PROPOSAL_REFUSED,
  PROPOSAL_LAPSED,
  /** The suspensive condition of an allocation was not met in time (R.441-3 c). */
  CONDITION_UNMET,
  PROPOSAL_WITHDRAWN,
  PROPOSAL_RELEASED,
  /** Those of better rank have gone: it is this applicant's turn (R.441-3 b). */
  PROPOSAL_CALLED,
  /** A signature by mistake had ended it. */
  PROPOSAL_RESTORED,
  ON_AGENDA,
  DECIDED,
  HOUSED,
  /** The signature was a mistake: the demand is in the file again, as if it had not been. */
  LEASE_CANCELLED,
  /** A desk has received a paper that is still to be uploaded. */
  DOCUMENT_RECEIVED,
  DOCUMENT_DEPOSITED,
  DOCUMENT_CHECKED,
  DOCUMENT_REFUSED,
  DOCUMENT_DELETED
}
