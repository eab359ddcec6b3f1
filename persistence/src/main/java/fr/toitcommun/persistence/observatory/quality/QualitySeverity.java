package fr.toitcommun.persistence.observatory.quality;

/** How certain it is that a demand an indicator finds is to be corrected. */
public enum QualitySeverity {
  /** A delay or a duty of the law is not kept. */
  DUTY,
  /** Something is missing or wrong for certain. */
  CORRECT,
  /** It may well be true: somebody is to look. */
  LOOK
}
