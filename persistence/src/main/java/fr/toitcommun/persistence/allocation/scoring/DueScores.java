package fr.toitcommun.persistence.allocation.scoring;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.DueQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Demands whose score is due: a month more has passed, or another grid counts where they wish to
 * live.
 */
public final class DueScores {
  // Found for all demands of the scope at once: looking at each by itself took five times as long.
  private static final String STALE =
      """
      with grid as materialized (
        select id, territory_code from scoring_grid
        where in_force_from <= :day and (in_force_to is null or in_force_to > :day)),
      ground as materialized (
        select m.code, coalesce(e.id, t.id) as grid_id from municipality m
        left join grid e on e.territory_code = m.epci_siren left join grid t on t.territory_code = m.departement_code
        where coalesce(e.id, t.id) is not null),
      chosen as materialized (select d.id from demand d where d.status = 'ACTIVE' and {scope}),
      stale as materialized (
        select s.demand_id from chosen c join demand_score s on s.demand_id = c.id
        where s.next_on <= :day or s.grid_id not in (select grid_id from ground)
        union
        select l.demand_id from chosen c join wished_location l on l.demand_id = c.id
        join ground g on g.code = l.municipality_code
        where not exists (select 1 from demand_score s where s.demand_id = l.demand_id and s.grid_id = g.grid_id))
      """;
  private static final DueQuery DUE =
      new DueQuery(
          STALE,
          "from demand d where d.id in (select demand_id from stale)",
          "d.initial_deposit_date",
          "'SCORE' as what, 'TIME_OR_GRID' as why, :day as about");

  private final Jdbi jdbi;

  /** Reads from this database. */
  public DueScores(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** How many are due on that day, by département. */
  public Map<String, Long> count(LocalDate day) {
    return jdbi.withHandle(handle -> DUE.count(handle, Map.of("day", day)));
  }

  /** Those after a place, in the order of their deposit. */
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return jdbi.withHandle(handle -> DUE.list(handle, Map.of("day", day), after, limit));
  }

  /** The active demands that a territory's grid concerns on a day. */
  public List<Long> concernedBy(String territoryCode, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select d.id from demand d where " + GridInForce.CONCERNED)
                .bind("territory", territoryCode)
                .bind("day", day)
                .mapTo(Long.class)
                .list());
  }
}
