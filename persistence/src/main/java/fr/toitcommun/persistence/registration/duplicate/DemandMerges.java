package fr.toitcommun.persistence.registration.duplicate;

import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The mergings of demands that stand, kept to be undone. */
public final class DemandMerges {
  private static final int MOST = 50;
  private static final String STANDING =
      """
      select g.id, g.survivor_id, s.unique_number as survivor, g.merged_id, d.unique_number as merged, g.set_id,
             g.merged_at, a.given_name || ' ' || a.surname as agent, g.word, g.deposit_before, g.renewal_before,
             g.valid_before, g.renewal_after
      from demand_merge g
      join demand s on s.id = g.survivor_id
      join demand d on d.id = g.merged_id
      join agent a on a.id = g.merged_by
      where g.undone_at is null and\
      """;

  private final Jdbi jdbi;

  /** Over this database, in the caller's transaction. */
  public DemandMerges(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Keeps that a demand went into another.
   *
   * @param survivor as it stands after
   * @param before how it stood before
   */
  public void keep(
      Demand survivor, Standing before, Demand merged, long set, DuplicateSets.Closing closing) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into demand_merge (survivor_id, merged_id, set_id, merged_at, merged_by, word,
                      deposit_before, renewal_before, valid_before, renewal_after)
                    values (:survivor, :merged, :set, :at, :by, :word, :deposit, :renewal, :valid, :after)
                    """)
                .bind("survivor", survivor.id())
                .bind("merged", merged.id())
                .bind("set", set)
                .bind("at", closing.at().atOffset(ZoneOffset.UTC))
                .bind("by", closing.agent())
                .bind("word", closing.word())
                .bind("deposit", before.deposit())
                .bind("renewal", before.renewal())
                .bind("valid", before.validUntil())
                .bind("after", survivor.lastRenewalDate())
                .execute());
  }

  /** A merging that stands; empty when there is none of this identity, or it was undone. */
  public Optional<DemandMerge> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(STANDING + " g.id = :id")
                .bind("id", id)
                .map((row, context) -> merge(row))
                .findOne());
  }

  /** The mergings that stand into this demand, latest first, fifty at most. */
  public List<DemandMerge> into(long survivor) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    STANDING
                        + " g.survivor_id = :survivor order by g.merged_at desc, g.id desc limit"
                        + " :most")
                .bind("survivor", survivor)
                .bind("most", MOST)
                .map((row, context) -> merge(row))
                .list());
  }

  /** Notes that a merging was undone. */
  public void undone(long id, long agent, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update demand_merge set undone_at = :at, undone_by = :by where id = :id")
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("by", agent)
                .bind("id", id)
                .execute());
  }

  /** Whether a proposal to this demand is before a commission or decided by one and still open. */
  public boolean inCommission(long demand) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from proposal where demand_id = :demand and status in"
                        + " ('ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL'))")
                .bind("demand", demand)
                .mapTo(Boolean.class)
                .one());
  }

  private static DemandMerge merge(ResultSet row) throws SQLException {
    long set = row.getLong("set_id");
    return new DemandMerge(
        row.getLong("id"),
        row.getLong("survivor_id"),
        row.getString("survivor"),
        row.getLong("merged_id"),
        row.getString("merged"),
        set == 0 ? null : set,
        row.getObject("merged_at", OffsetDateTime.class).toInstant(),
        row.getString("agent"),
        row.getString("word"),
        new Standing(
            row.getObject("deposit_before", LocalDate.class),
            row.getObject("renewal_before", LocalDate.class),
            row.getObject("valid_before", LocalDate.class)),
        row.getObject("renewal_after", LocalDate.class));
  }
}
