package fr.toitcommun.persistence.job;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * How a job finds the demands that are due: by département and by key, and counted by the same
 * conditions as they are listed by.
 *
 * @param common tables named before the query, with their {@code with}, where <code>{scope}</code>
 *     stands for which demands {@code d} are looked at; empty: none
 * @param from tables and conditions, with {@code demand d} among them and a {@code where} at the
 *     end
 * @param sortedBy the day by which the job takes demands in order
 * @param columns what, why and about
 */
public record DueQuery(String common, String from, String sortedBy, String columns) {
  private static final String SCOPE = "{scope}";
  private static final String OF_DEPARTEMENT = "d.departement_code = :departement";

  /** One that names no table before. */
  public DueQuery(String from, String sortedBy, String columns) {
    this("", from, sortedBy, columns);
  }

  /** How many there are, by département. */
  public Map<String, Long> count(Handle handle, Map<String, ?> values) {
    Map<String, Long> counts = new LinkedHashMap<>();
    handle
        .createQuery(
            common.replace(SCOPE, "true")
                + "select d.departement_code, count(*) "
                + from
                + " group by 1 order by 1")
        .bindMap(values)
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return counts;
  }

  /** Those after a place. */
  public List<DueDemand> list(Handle handle, Map<String, ?> values, DueCursor after, int limit) {
    return handle
        .createQuery(
            common.replace(SCOPE, OF_DEPARTEMENT)
                + "select d.id, d.unique_number, d.departement_code, "
                + sortedBy
                + " as sorted_by, "
                + columns
                + " "
                + from
                + " and "
                + OF_DEPARTEMENT
                + " and ("
                + sortedBy
                + ", d.id) > (:afterDay, :afterId) order by "
                + sortedBy
                + ", d.id limit :limit")
        .bindMap(values)
        .bind("departement", after.departementCode())
        .bind("afterDay", after.day())
        .bind("afterId", after.demandId())
        .bind("limit", limit)
        .map(
            (row, context) ->
                new DueDemand(
                    row.getLong("id"),
                    row.getString("unique_number"),
                    row.getString("departement_code"),
                    row.getObject("sorted_by", LocalDate.class),
                    row.getString("what"),
                    row.getString("why"),
                    row.getObject("about", LocalDate.class)))
        .list();
  }
}
