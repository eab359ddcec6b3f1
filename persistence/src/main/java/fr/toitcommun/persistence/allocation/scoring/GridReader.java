package fr.toitcommun.persistence.allocation.scoring;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads grids. */
public final class GridReader {
  private static final String SELECT =
      """
      select g.*, coalesce(e.name, t.name) as territory,
             (select count(*) from demand_score s where s.grid_id = g.id) as scored,
             array(select c.fact || '|' || c.points || '|' || coalesce(c.maximum::text, '') || '|' || c.proven || '|'
               || coalesce(c.exclusive_group, '') from scoring_criterion c where c.grid_id = g.id order by c.position) as criteria
      from scoring_grid g left join epci e on e.siren = g.territory_code
      left join departement t on t.code = g.territory_code
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public GridReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All grids, by territory, the latest version first. */
  public List<GridRow> all(LocalDate day) {
    return jdbi.withHandle(
        handle ->
            rows(
                handle.createQuery(SELECT + " order by territory, g.number desc limit 1000"), day));
  }

  /** One grid. */
  public Optional<GridRow> find(long gridId, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            rows(handle.createQuery(SELECT + " where g.id = :id").bind("id", gridId), day).stream()
                .findFirst());
  }

  private static List<GridRow> rows(Query query, LocalDate day) {
    return query
        .map(
            (row, context) ->
                new GridRow(
                    row.getLong("id"),
                    row.getInt("version"),
                    row.getString("territory_code"),
                    row.getString("territory"),
                    row.getInt("number"),
                    ScoringMethod.valueOf(row.getString("method")),
                    row.getString("note"),
                    row.getObject("in_force_from", LocalDate.class),
                    row.getObject("in_force_to", LocalDate.class),
                    GridRow.state(
                        row.getObject("in_force_from", LocalDate.class),
                        row.getObject("in_force_to", LocalDate.class),
                        day),
                    row.getLong("scored"),
                    Arrays.stream((String[]) row.getArray("criteria").getArray())
                        .map(GridReader::criterion)
                        .toList()))
        .list();
  }

  /** What the query joined with bars; a group is the last and may hold some itself. */
  private static ScoringCriterion criterion(String joined) {
    String[] parts = joined.split("\\|", 5);
    return new ScoringCriterion(
        ScoringFact.valueOf(parts[0]),
        Integer.parseInt(parts[1]),
        parts[2].isEmpty() ? null : Integer.valueOf(parts[2]),
        Boolean.parseBoolean(parts[3]),
        parts[4].isEmpty() ? null : parts[4]);
  }
}
