package fr.toitcommun.persistence.registration;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Which demands stand for which since they were merged. Nothing moves when demands are merged: what
 * the merged one holds is found through here, and undoing a merging has nothing to put back. So
 * stay with it its documents, letters and labels, which count for the other; what was proposed to
 * it, decided and said of it by commissions and signed, all of which is over, since nothing before
 * a commission is merged and the rest is released. Only what is worked out goes: its scores and its
 * rows of the searches.
 */
public final class MergedDemands {
  private static final String STOOD =
      " and g.merged_at < :end and (g.undone_at is null or g.undone_at >= :end)";

  private final Jdbi jdbi;

  /** Reads from this database, in the caller's transaction. */
  public MergedDemands(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The identities of a demand and of all that went into it and are there now, itself first. */
  public List<Long> family(long demand) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    with recursive family (id, depth) as (
                      select :demand, 0
                      union all
                      select d.id, f.depth + 1 from family f join demand d on d.merged_into = f.id)
                    select id from family order by depth, id
                    """)
                .bind("demand", demand)
                .mapTo(Long.class)
                .list());
  }

  /**
   * The same as it was at a moment of the past.
   *
   * @param end the moment
   */
  public List<Long> family(long demand, Instant end) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    with recursive family (id, depth) as (
                      select :demand, 0
                      union all
                      select g.merged_id, f.depth + 1 from family f join demand_merge g on g.survivor_id = f.id %s)
                    select id from family order by depth, id
                    """
                        .formatted(STOOD))
                .bind("demand", demand)
                .bind("end", end.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .list());
  }

  /**
   * The demand that stood for a number at a moment of the past: its own, or the one that it had
   * been merged into by then.
   *
   * @param number of a demand that exists
   * @param end the moment
   */
  public long standingFor(String number, Instant end) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    with recursive chain (id, depth) as (
                      select id, 0 from demand where unique_number = :number
                      union all
                      select g.survivor_id, c.depth + 1 from chain c join demand_merge g on g.merged_id = c.id %s)
                    select id from chain order by depth desc limit 1
                    """
                        .formatted(STOOD))
                .bind("number", number)
                .bind("end", end.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
  }
}
