package fr.toitcommun.persistence.registration.duplicate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Writes sets of likely duplicates and what is said of them, in the caller's transaction. */
public final class DuplicateSets {
  private static final String WITHOUT_OBJECT =
      """
      update duplicate_set s set state = 'LEFT', closed_at = :at
      where s.state = 'OPEN' and s.id in (select set_id from duplicate_member where demand_id = any(:demands))
        and (select count(*) from duplicate_member m join demand d on d.id = m.demand_id
             where m.set_id = s.id and d.status = 'ACTIVE') < 2
      """;

  private DuplicateSets() {}

  /** Holds a set until the transaction ends, so that nobody else decides on it meanwhile. */
  public static void lock(Handle handle, long set) {
    handle
        .createQuery("select id from duplicate_set where id = :set for update")
        .bind("set", set)
        .mapTo(Long.class)
        .list();
  }

  /** Opens a set. */
  static long open(Handle handle, String departement, Likeness likeness, Instant at) {
    return handle
        .createUpdate(
            "insert into duplicate_set (departement_code, state, likelihood, reasons, found_at)"
                + " values (:departement, 'OPEN', :likelihood, :reasons, :at)")
        .bind("departement", departement)
        .bind("likelihood", likeness.likelihood())
        .bindArray("reasons", String.class, names(likeness))
        .bind("at", time(at))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** More speaks for an open set; others that turned out to be the same go into it. */
  static void grow(Handle handle, long set, Set<Long> same, Likeness likeness) {
    handle
        .createUpdate(
            "update duplicate_set set likelihood = :likelihood, reasons = :reasons where id = :set")
        .bind("likelihood", likeness.likelihood())
        .bindArray("reasons", String.class, names(likeness))
        .bind("set", set)
        .execute();
    handle
        .createUpdate("delete from duplicate_set where id = any(:same) and id <> :set")
        .bindArray("same", Long.class, same.toArray())
        .bind("set", set)
        .execute();
  }

  /** Puts demands into a set; those already in it stay. */
  static void put(Handle handle, long set, Collection<Long> demands) {
    handle
        .createUpdate(
            "insert into duplicate_member (set_id, demand_id)"
                + " select :set, unnest(:demands) on conflict do nothing")
        .bind("set", set)
        .bindArray("demands", Long.class, demands.toArray())
        .execute();
  }

  /** Demands have left the file: their open sets close if nothing is left to compare. */
  public static void left(Handle handle, Collection<Long> demands, Instant at) {
    handle
        .createUpdate(WITHOUT_OBJECT)
        .bindArray("demands", Long.class, demands.toArray())
        .bind("at", time(at))
        .execute();
  }

  /**
   * Somebody says that a demand is not that of the person of the others in its set. It is not
   * brought up again; the set goes on without it, or closes.
   *
   * @param others the other demands of the set
   */
  public static void notSame(
      Handle handle, long set, long demand, Collection<Long> others, Closing closing) {
    handle
        .createUpdate(
            """
            insert into not_same_person (first_id, second_id, said_at, said_by, word)
            select least(:demand, other), greatest(:demand, other), :at, :by, :word
            from unnest(:others) as other on conflict do nothing
            """)
        .bind("demand", demand)
        .bindArray("others", Long.class, others.toArray())
        .bind("at", time(closing.at()))
        .bind("by", closing.agent())
        .bind("word", closing.word())
        .execute();
    goesOnWithout(handle, set, demand, others.size(), "NOT_SAME", closing);
  }

  /** A demand of a set was merged into another of it; the set goes on without it, or closes. */
  public static void merged(
      Handle handle, long set, long demand, Collection<Long> others, Closing closing) {
    goesOnWithout(handle, set, demand, others.size(), "MERGED", closing);
  }

  /** A merging was undone: the set is open again, with the demand that is back. */
  public static void reopen(Handle handle, long set, long demand) {
    handle
        .createUpdate(
            "update duplicate_set set state = 'OPEN', closed_at = null, closed_by = null, word ="
                + " null where id = :set")
        .bind("set", set)
        .execute();
    put(handle, set, Set.of(demand));
  }

  /**
   * Who closes a set.
   *
   * @param agent identity
   * @param word why; null: nothing said
   */
  public record Closing(long agent, Instant at, String word) {}

  private static void goesOnWithout(
      Handle handle, long set, long demand, int others, String state, Closing closing) {
    if (others > 1) {
      handle.execute(
          "delete from duplicate_member where set_id = ? and demand_id = ?", set, demand);
      return;
    }
    handle
        .createUpdate(
            "update duplicate_set set state = :state, closed_at = :at, closed_by = :by, word ="
                + " :word where id = :set")
        .bind("state", state)
        .bind("at", time(closing.at()))
        .bind("by", closing.agent())
        .bind("word", closing.word())
        .bind("set", set)
        .execute();
  }

  private static Object[] names(Likeness likeness) {
    return likeness.reasons().stream().map(Enum::name).toArray();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
