package fr.toitcommun.persistence.job;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What the lists of due demands share: they go by département and by key, and count alike. */
public final class DueQuery {
  private DueQuery() {}

  /** The end of a query that goes on after a place, in the order of this column. */
  public static String after(String sortedBy) {
    return " and d.departement_code = :departement and ("
        + sortedBy
        + ", d.id) > (:afterDay, :afterId) order by "
        + sortedBy
        + ", d.id limit :limit";
  }

  /** Counts what these tables and conditions give, by département. */
  public static Query counting(Handle handle, String from) {
    return handle.createQuery(
        "select d.departement_code, count(*) " + from + " group by 1 order by 1");
  }

  /** Runs a count by département; the order of the query is kept. */
  public static Map<String, Long> count(Query query) {
    Map<String, Long> counts = new LinkedHashMap<>();
    query
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return counts;
  }

  /**
   * Runs a list that ends with {@link #after}.
   *
   * @param query gives id, unique_number, departement_code, sorted_by, what, why and about
   */
  public static List<DueDemand> list(Query query, DueCursor after, int limit) {
    return query
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
