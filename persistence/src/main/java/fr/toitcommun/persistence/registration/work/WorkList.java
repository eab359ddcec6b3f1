package fr.toitcommun.persistence.registration.work;

/** A list of demands that a desk works down. */
public enum WorkList {
  /** Lacks something the form asks for (severity INCOMPLETE); oldest deposit first. */
  TO_COMPLETE("d.initial_deposit_date", "not d.complete"),

  /** Ends within the month of notice or has ended (R.441-2-7); soonest end first. */
  RENEWALS("d.valid_until", "d.valid_until <= :until");

  private final String sortedBy;
  private final String condition;

  WorkList(String sortedBy, String condition) {
    this.sortedBy = sortedBy;
    this.condition = condition;
  }

  String sortedBy() {
    return sortedBy;
  }

  String condition() {
    return condition;
  }
}
