package fr.toitcommun.persistence.observatory;

import java.util.stream.Collectors;

/**
 * What happened, as tables in brackets of the live base: events, leases, and demands that went into
 * another one. Such a demand leaves the file with no event of its own kind, for it and the one it
 * went into both tell of the merging; it is counted as cancelled for the reason {@link #MERGED},
 * and as taken up again where the merging is undone, so that what stands is what stood, and what
 * came, less what left.
 */
final class FactRows {
  /** Why a demand left the file that went into another: no reason of R.441-2-8. */
  static final String MERGED = "MERGED";

  private static final String MERGINGS =
      """
      select 'CANCELLED' as kind, cast(g.merged_at at time zone 'Europe/Paris' as date) as effective_on, g.merged_id as demand_id,
        '%s' as detail, a.partner_id, d.departement_code
      from demand_merge g join demand d on d.id = g.merged_id join agent a on a.id = g.merged_by
      union all
      select 'REINSTATED', cast(g.undone_at at time zone 'Europe/Paris' as date), g.merged_id, null, a.partner_id, d.departement_code
      from demand_merge g join demand d on d.id = g.merged_id join agent a on a.id = g.undone_by
      """
          .formatted(MERGED);

  /** The events of demands that are counted, by kind and the day they took effect. */
  static final String EVENTS =
      "(select e.kind, e.effective_on, e.demand_id, e.detail, e.partner_id, e.departement_code from"
          + " demand_event e union all "
          + MERGINGS
          + ")";

  /** What {@code observed_fact} tells, each with the demand as it stands now. */
  static final String OBSERVED =
      "(select v.fact, v.day, v.detail, v.actor, v.demand_id, "
          + demand("v")
          + " from observed_fact v union all select m.kind, m.effective_on, m.detail,"
          + " cast(m.partner_id as int), m.demand_id, "
          + demand("o")
          + " from ("
          + MERGINGS
          + ") m join observed_demand o on o.demand_id = m.demand_id)";

  private FactRows() {}

  private static String demand(String row) {
    return RawRows.COMMON.stream()
        .map(column -> row + "." + column)
        .collect(Collectors.joining(", "));
  }
}
