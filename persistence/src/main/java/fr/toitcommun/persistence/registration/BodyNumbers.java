package fr.toitcommun.persistence.registration;

import org.jdbi.v3.core.Jdbi;

/**
 * The running numbers that complete the number of an association, one for each of its demands in
 * the département (arrêté of 7 November 2000, art. 1). A body's row is locked until the transaction
 * ends, so that several servers never give the same.
 */
public final class BodyNumbers {
  private BodyNumbers() {}

  /** Numbers a demand within the caller's transaction, where a body asks and has none yet. */
  public static void number(Jdbi jdbi, Demand demand) {
    demand.numberBody(
        key ->
            jdbi.withHandle(
                handle ->
                    handle
                        .createQuery("select next_body_ordinal(:departement, :key)")
                        .bind("departement", demand.departementCode())
                        .bind("key", key)
                        .mapTo(Integer.class)
                        .one()));
  }

  /** Numbers all that were stored in bulk, oldest first. */
  public static void numberAll(Jdbi jdbi) {
    jdbi.useHandle(handle -> handle.execute("select number_bodies()"));
  }
}
