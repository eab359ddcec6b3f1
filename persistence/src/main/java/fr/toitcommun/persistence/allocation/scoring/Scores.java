package fr.toitcommun.persistence.allocation.scoring;

import fr.toitcommun.persistence.installation.OneOrMany;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Keeps the score of each active demand in each territory that it wishes to live in and that has a
 * grid in force, with what makes it up (R.441-2-10).
 */
public final class Scores {
  private static final String IN_FORCE =
      """
      select g.id, g.territory_code, g.method, c.fact, c.points, c.maximum, c.proven, c.exclusive_group
      from scoring_grid g left join scoring_criterion c on c.grid_id = g.id
      where g.in_force_from <= :day and (g.in_force_to is null or g.in_force_to > :day)
      """;
  // A month later a demand has waited a month longer; before, nothing but time may have changed.
  // What was
  // deposited on the 31st has waited a month on the first day after a shorter one.
  private static final String KEEP =
      """
      insert into demand_score (demand_id, territory_code, grid_id, score, score_if_proven, points, points_if_proven,
        computed_on, next_on)
      select x.demand_id, :territory, :grid, x.score, x.score_if_proven, x.points, x.points_if_proven, :day,
        n.on_day + case when extract(day from n.on_day) < extract(day from a.initial_deposit_date) then 1 else 0 end
      from (%s) x join demand a on a.id = x.demand_id
      cross join lateral (select (a.initial_deposit_date + make_interval(months =>
          (extract(year from age(:day, a.initial_deposit_date)) * 12
           + extract(month from age(:day, a.initial_deposit_date)))::int + 1))::date as on_day) n
      on conflict (demand_id, territory_code) do update set grid_id = excluded.grid_id, score = excluded.score,
        score_if_proven = excluded.score_if_proven, points = excluded.points,
        points_if_proven = excluded.points_if_proven, computed_on = excluded.computed_on, next_on = excluded.next_on
      """;

  // Where an EPCI has its own grid that of the département counts no longer: its score, left there,
  // would be due every night.
  private static final String FORGET =
      """
      with grid as materialized (
        select id, territory_code from scoring_grid
        where in_force_from <= :day and (in_force_to is null or in_force_to > :day)),
      wanted as materialized (
        select l.demand_id, coalesce(e.id, t.id) as grid_id
        from wished_location l join municipality m on m.code = l.municipality_code
        left join grid e on e.territory_code = m.epci_siren left join grid t on t.territory_code = m.departement_code
        where l.demand_id = any(:demands))
      delete from demand_score s where s.demand_id = any(:demands)
        and not exists (select 1 from wanted w where w.demand_id = s.demand_id and w.grid_id = s.grid_id)
      """;

  private Scores() {}

  /** The grids that count on a day. */
  public static List<GridInForce> inForce(Handle handle, LocalDate day) {
    return grids(handle.createQuery(IN_FORCE + " order by g.id, c.position").bind("day", day));
  }

  /** The grids that count on a day and concern one of these demands. */
  private static List<GridInForce> concerning(
      Handle handle, Collection<Long> demands, LocalDate day) {
    return grids(
        OneOrMany.query(
                handle,
                IN_FORCE
                    + """
                     and g.territory_code in (
                       select unnest(array[m.epci_siren, m.departement_code]) from wished_location l
                       join municipality m on m.code = l.municipality_code where l.demand_id = any(:demands))
                     order by g.id, c.position
                    """,
                demands)
            .bind("day", day));
  }

  private static List<GridInForce> grids(org.jdbi.v3.core.statement.Query query) {
    Map<Long, GridInForce> grids = new LinkedHashMap<>();
    query
        .map(
            (row, context) -> {
              GridInForce grid = grids.computeIfAbsent(row.getLong("id"), id -> grid(row, id));
              if (row.getString("fact") != null) {
                grid.criteria().add(criterion(row));
              }
              return grid;
            })
        .list();
    return List.copyOf(grids.values());
  }

  private static GridInForce grid(ResultSet row, long id) {
    try {
      return new GridInForce(
          id,
          row.getString("territory_code"),
          ScoringMethod.valueOf(row.getString("method")),
          new ArrayList<>());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ScoringCriterion criterion(ResultSet row) throws SQLException {
    return new ScoringCriterion(
        ScoringFact.valueOf(row.getString("fact")),
        row.getInt("points"),
        row.getObject("maximum", Integer.class),
        row.getBoolean("proven"),
        row.getString("exclusive_group"));
  }

  /** Scores these demands anew, those of them that are active, and by no other grid any more. */
  public static void keepAnew(Handle handle, Collection<Long> demands, LocalDate day) {
    forgetOthers(handle, demands, day);
    keep(handle, demands, day);
  }

  /** Scores demands that have no score yet. */
  public static void keep(Handle handle, Collection<Long> demands, LocalDate day) {
    for (GridInForce grid : concerning(handle, demands, day)) {
      keep(handle, grid, "d.id = any(:demands) and " + GridInForce.CONCERNED, demands, day);
    }
  }

  /** Scores the whole file, of which no score is kept yet. */
  public static void keepAll(Handle handle, LocalDate day) {
    for (GridInForce grid : inForce(handle, day)) {
      keep(handle, grid, GridInForce.CONCERNED, List.of(), day);
    }
  }

  private static void keep(
      Handle handle, GridInForce grid, String which, Collection<Long> demands, LocalDate day) {
    OneOrMany.update(handle, KEEP.formatted(new GridSql(grid.criteria()).select(which)), demands)
        // Not every fact asks for the territory, and not every scoring for some demands.
        .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
        .bind("territory", grid.territoryCode())
        .bind("grid", grid.gridId())
        .bind("day", day)
        .execute();
  }

  /** What these demands scored by grids that count no longer where they wish to live. */
  private static void forgetOthers(Handle handle, Collection<Long> demands, LocalDate day) {
    OneOrMany.update(handle, FORGET, demands).bind("day", day).execute();
  }

  /** Takes the scores of these demands away. */
  public static void remove(Handle handle, Collection<Long> demands) {
    OneOrMany.update(handle, "delete from demand_score where demand_id = any(:demands)", demands)
        .execute();
  }
}
