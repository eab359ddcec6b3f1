package fr.toitcommun.persistence.registration;

/** The place of a person in the household of a demand. */
public enum MemberRole {
  APPLICANT,
  CO_APPLICANT,
  DEPENDANT,
  /** A child in alternating custody or with visiting right. */
  SHARED_CUSTODY;

  /** Whether this person signs the demand: applicant or co-applicant. */
  public boolean signs() {
    return this == APPLICANT || this == CO_APPLICANT;
  }
}
