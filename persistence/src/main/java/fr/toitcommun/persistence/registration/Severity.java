package fr.toitcommun.persistence.registration;

/** What a control does to a form that does not meet it. */
public enum Severity {
  /** Blocks: nothing is stored. Only what the form cannot be registered without (R.441-2-3). */
  INVALID,
  /** Blocks nothing: the demand is registered and counts as one to complete. */
  INCOMPLETE,
  /** Asks: it may well be true, and is stored once somebody says so. */
  DOUBTFUL
}
