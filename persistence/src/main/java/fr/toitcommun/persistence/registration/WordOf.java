package fr.toitcommun.persistence.registration;

/**
 * On whose word a demand is modified: nothing else may change it (arrêté of 23 March 2015, annex
 * §4).
 */
public enum WordOf {
  APPLICANT,
  DOCUMENT,
  VALIDATED_THIRD_PARTY
}
