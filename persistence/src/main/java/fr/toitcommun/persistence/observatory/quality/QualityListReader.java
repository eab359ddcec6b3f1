package fr.toitcommun.persistence.observatory.quality;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.partner.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads the demands that an indicator finds within a caller's scope, by key. */
public final class QualityListReader {
  // What it finds is sought once for the page and for its exact total.
  private static final String ROWS =
      """
      with found as materialized (select d.id, d.initial_deposit_date from %1$s where %2$s),
      page as materialized (
        select f.id, f.initial_deposit_date from found f
        where (f.initial_deposit_date, f.id) > (:afterDay, :afterId)
        order by f.initial_deposit_date, f.id limit :limit)
      select t.total, d.id, d.unique_number, d.departement_code, d.initial_deposit_date,
             %3$s as told_number, %4$s as told_day, %5$s as told_doubts,
             coalesce(d.legal_name, a.given_name || ' ' || a.surname) as applicant, m.name as municipality, k.name as desk
      from (select count(*) as total from found) t
      left join (page join %1$s on d.id = page.id) on true
      left join registration_desk k on k.id = d.desk_id
      left join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
      left join wished_location l on l.demand_id = d.id and l.rank = 1
      left join municipality m on m.code = l.municipality_code
      order by d.initial_deposit_date, d.id
      """;

  private final Handle handle;
  private final Scope scope;
  private final QualityRules rules;

  /** Reads for a caller, by these thresholds. */
  public QualityListReader(Handle handle, Scope scope, QualityRules rules) {
    this.handle = handle;
    this.scope = scope;
    this.rules = rules;
  }

  /**
   * Part of a list.
   *
   * @param after the place after which to go on; null: from the beginning
   */
  public QualityPage page(
      QualityIndicator indicator,
      QualityFilter filter,
      LocalDate today,
      DueCursor after,
      int limit) {
    Scope.Condition inScope = scope.on("d");
    String where =
        "d.status = 'ACTIVE' and "
            + filter.on("d")
            + " and "
            + inScope.sql()
            + " and ("
            + indicator.condition()
            + ")";
    Map<String, Object> binds = new HashMap<>(rules.binds(today));
    binds.putAll(filter.binds());
    binds.putAll(inScope.binds());
    DueCursor place = after == null ? DueCursor.start("") : after;
    List<QualityRow> rows = new ArrayList<>();
    long total =
        handle
            .createQuery(
                ROWS.formatted(
                    indicator.from("demand"),
                    where,
                    indicator.number(),
                    indicator.date(),
                    indicator.doubts()))
            .bindMap(binds)
            .bind("afterDay", place.day())
            .bind("afterId", place.demandId())
            // One more than asked for tells whether there is more, and is not told itself.
            .bind("limit", limit + 1)
            .reduceResultSet(
                0L,
                (before, row, context) -> {
                  if (row.getString("unique_number") != null) {
                    rows.add(row(indicator, row));
                  }
                  return row.getLong("total");
                });
    boolean more = rows.size() > limit;
    return new QualityPage(
        indicator,
        more ? List.copyOf(rows.subList(0, limit)) : rows,
        more ? rows.get(limit - 1).place() : null,
        total);
  }

  private static QualityRow row(QualityIndicator indicator, ResultSet row) throws SQLException {
    String number = row.getString("unique_number");
    LocalDate deposit = row.getObject("initial_deposit_date", LocalDate.class);
    Array doubts = row.getArray("told_doubts");
    return new QualityRow(
        number,
        row.getString("applicant"),
        row.getString("municipality"),
        row.getString("desk"),
        deposit,
        row.getObject("told_number", Integer.class),
        row.getObject("told_day", LocalDate.class),
        doubts == null ? List.of() : List.of((String[]) doubts.getArray()),
        indicator.place().of(number),
        new DueCursor(row.getString("departement_code"), deposit, row.getLong("id")));
  }
}
