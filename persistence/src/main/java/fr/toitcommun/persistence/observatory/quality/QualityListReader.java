package fr.toitcommun.persistence.observatory.quality;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.partner.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads the demands that an indicator finds within a caller's scope, by key. */
public final class QualityListReader {
  private static final String ROWS =
      """
      with page as materialized (
        select d.id, %s as told_number, %s as told_day, %s as told_doubts
        from %s where %s and (d.initial_deposit_date, d.id) > (:afterDay, :afterId)
        order by d.initial_deposit_date, d.id limit :limit)
      select d.id, d.unique_number, d.departement_code, d.initial_deposit_date, page.told_number, page.told_day,
             page.told_doubts, coalesce(d.legal_name, a.given_name || ' ' || a.surname) as applicant,
             m.name as municipality, k.name as desk
      from page join demand d on d.id = page.id
      join registration_desk k on k.id = d.desk_id
      join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
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
    List<QualityRow> rows =
        handle
            .createQuery(
                ROWS.formatted(
                    indicator.number(),
                    indicator.date(),
                    indicator.doubts(),
                    indicator.from(),
                    where))
            .bindMap(binds)
            .bind("afterDay", place.day())
            .bind("afterId", place.demandId())
            .bind("limit", limit)
            .map((row, context) -> row(indicator, row))
            .list();
    long total =
        handle
            .createQuery("select count(*) from " + indicator.from() + " where " + where)
            .bindMap(binds)
            .mapTo(Long.class)
            .one();
    return new QualityPage(indicator, rows, total);
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
