package fr.toitcommun.persistence.commission;

import org.jdbi.v3.core.Handle;

/**
 * What a commission knew of a candidate when it decided: household, resources, priority and waiting
 * time, kept with the decision so that the report of a past year stays what it was (R.441-9 IV).
 */
public final class DecisionFacts {
  private DecisionFacts() {}

  /** Keeps the facts of a decision that was just recorded, as demand and dwelling stand. */
  public static void freeze(Handle handle, long candidateId) {
    handle
        .createQuery("select cast(freeze_decision_facts(:candidate) as text)")
        .bind("candidate", candidateId)
        .mapTo(String.class)
        .list();
  }
}
