package fr.toitcommun.persistence.observatory.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Counts the demands that each indicator finds, by desk, in one statement. */
public final class QualityCounter {
  private static final String NOW = "d.status = 'ACTIVE'";

  /** In the file at the end of a past day: registered by then, and gone later or never. */
  private static final String THEN =
      "(d.registered_at at time zone 'Europe/Paris')::date <= :day and coalesce(d.cancelled_on,"
          + " d.merged_on, 'infinity') > :day";

  private static final String COLUMNS =
      "d.id, d.version, d.departement_code, d.desk_id, d.legal_name, d.annual_income,"
          + " d.annual_resources, d.complete, d.registered_at, d.initial_deposit_date,"
          + " d.valid_until, d.email_agreed";
  private static final String AS_THEY_STAND = " as not materialized ";
  private static final List<QualityIndicator> EVERYTHING = List.of(QualityIndicator.values());
  private static final String OF_DEPARTEMENT = "d.departement_code = :departement";
  private static final String OF_DESK = "d.desk_id = :desk";

  private final Handle handle;
  private final QualityRules rules;

  /** Counts in this database, by these thresholds. */
  public QualityCounter(Handle handle, QualityRules rules) {
    this.handle = handle;
    this.rules = rules;
  }

  /** The whole file as it is. */
  public List<QualityCount> file(LocalDate today) {
    return counts(sql(NOW, EVERYTHING), Map.of(), today);
  }

  /** One desk as it is. */
  public List<QualityCount> desk(long deskId, LocalDate today) {
    // So few that they are read once and looked through.
    return counts(
        sql(NOW + " and " + OF_DESK, EVERYTHING).replace(AS_THEY_STAND, " as materialized "),
        Map.of("desk", deskId),
        today);
  }

  private List<QualityCount> counts(String sql, Map<String, ?> values, LocalDate today) {
    return handle
        .createQuery(sql)
        .bindMap(rules.binds(today))
        .bindMap(values)
        .map((row, context) -> count(row))
        .list();
  }

  private static QualityCount count(ResultSet row) throws SQLException {
    return new QualityCount(
        row.getString("departement_code"),
        row.getLong("desk_id"),
        row.getString("indicator"),
        row.getInt("number"));
  }

  /** Counts a département as it is and keeps that as the counts of a day, instead of any before. */
  public void keep(String departement, LocalDate day) {
    keep(departement, day, NOW, EVERYTHING);
  }

  /**
   * Works out what a département was at the end of a past day from the dates that demands keep, and
   * keeps it.
   */
  public void derive(String departement, LocalDate day) {
    keep(
        departement,
        day,
        THEN,
        Arrays.stream(QualityIndicator.values()).filter(QualityIndicator::isToldByDates).toList());
  }

  private void keep(
      String departement, LocalDate day, String inFile, Collection<QualityIndicator> indicators) {
    Map<String, Object> values = new HashMap<>(rules.binds(day));
    values.put("departement", departement);
    handle
        .createUpdate(
            "delete from quality_count where day = :day and departement_code = :departement")
        .bindMap(values)
        .execute();
    handle
        .createUpdate(
            "insert into quality_count (day, departement_code, desk_id, indicator, number) select"
                + " :day, c.departement_code, c.desk_id, c.indicator, c.number from ("
                + sql(inFile + " and " + OF_DEPARTEMENT, indicators)
                + ") c")
        .bindMap(values)
        .execute();
  }

  /** Each indicator finds its own way to the demands in question, by whatever index it has. */
  private static String sql(String whose, Collection<QualityIndicator> indicators) {
    return "with looked"
        + AS_THEY_STAND
        + "(select "
        + COLUMNS
        + " from demand d where "
        + whose
        + ") "
        + Stream.concat(
                Stream.of(one(QualityCount.ACTIVE, "looked d", "true")),
                indicators.stream()
                    .map(one -> one(one.name(), one.from("looked"), one.condition())))
            .collect(Collectors.joining(" union all "));
  }

  private static String one(String name, String from, String where) {
    return "select d.departement_code, d.desk_id, '"
        + name
        + "' as indicator, count(*)::integer as number from "
        + from
        + " where "
        + where
        + " group by d.departement_code, d.desk_id";
  }
}
