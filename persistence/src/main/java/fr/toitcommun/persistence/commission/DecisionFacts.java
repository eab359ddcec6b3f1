package fr.toitcommun.persistence.commission;

import java.util.Collection;
import org.jdbi.v3.core.Handle;

/**
 * What a commission knew of a candidate when it decided: household, resources, priority and waiting
 * time, kept with the decision so that the report of a past year stays what it was (R.441-9 IV).
 */
public final class DecisionFacts {
  private DecisionFacts() {}

  /** Keeps the facts of decisions that were just recorded, as demands and dwellings stand. */
  public static void freeze(Handle handle, Collection<Long> candidates) {
    handle
        .createQuery(
            "select cast(freeze_decision_facts(c.id) as text) from unnest(:candidates) as c (id)")
        .bindArray("candidates", Long.class, candidates)
        .mapTo(String.class)
        .list();
  }
}
