package fr.toitcommun.persistence.observatory.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The days on which the quality of the file was counted. A day counts once it was counted to its
 * end; the last of each month is kept for good.
 */
public final class QualityDays {
  /** Months shown beside today. */
  public static final int MONTHS = 12;

  private final Handle handle;

  /** In this database. */
  public QualityDays(Handle handle) {
    this.handle = handle;
  }

  /**
   * A day that was counted.
   *
   * @param derived whether it was worked out afterwards from dates, for some indicators only
   */
  public record Day(LocalDate day, boolean derived, Instant countedAt) {}

  /**
   * A number of a day.
   *
   * @param own whether it is of the desks that were asked for as own ones
   */
  public record Number(
      LocalDate day, String departementCode, boolean own, String indicator, int number) {}

  /** The latest day that was counted as it was; empty: none yet. */
  public Optional<Day> latest() {
    return handle
        .createQuery("select * from quality_day where not derived order by day desc limit 1")
        .map((row, context) -> day(row))
        .findOne();
  }

  /** The last day counted of each of the latest months, oldest first. */
  public List<Day> months(LocalDate today) {
    return handle
        .createQuery(
            "select distinct on (date_trunc('month', day)) * from quality_day where day >= :from"
                + " order by date_trunc('month', day), day desc")
        .bind("from", today.withDayOfMonth(1).minusMonths(MONTHS))
        .map((row, context) -> day(row))
        .list();
  }

  private static Day day(ResultSet row) throws SQLException {
    return new Day(
        row.getObject("day", LocalDate.class),
        row.getBoolean("derived"),
        row.getObject("counted_at", OffsetDateTime.class).toInstant());
  }

  /** What was counted on a day, of the whole file. */
  public List<QualityCount> counts(LocalDate day) {
    return handle
        .createQuery(
            "select departement_code, desk_id, indicator, number from quality_count where day ="
                + " :day")
        .bind("day", day)
        .map(
            (row, context) ->
                new QualityCount(
                    row.getString("departement_code"),
                    row.getLong("desk_id"),
                    row.getString("indicator"),
                    row.getInt("number")))
        .list();
  }

  /**
   * What was counted on these days, of all desks of a département that a filter leaves together but
   * for those that are the caller's own.
   *
   * @param departements only theirs
   * @param own identities of the desks to be told apart
   */
  public List<Number> series(
      List<LocalDate> days, List<String> departements, QualityFilter filter, Collection<Long> own) {
    return handle
        .createQuery(
            "select c.day, c.departement_code, c.desk_id = any(:own) as own, c.indicator,"
                + " sum(c.number)::integer as number from quality_count c where c.day = any(:days)"
                + " and c.departement_code = any(:departements) and "
                + filter.on("c")
                + " group by 1, 2, 3, 4")
        .bindArray("own", Long.class, own.toArray())
        .bindArray("days", LocalDate.class, days)
        .bindArray("departements", String.class, departements)
        .bindMap(filter.binds())
        .map(
            (row, context) ->
                new Number(
                    row.getObject("day", LocalDate.class),
                    row.getString("departement_code"),
                    row.getBoolean("own"),
                    row.getString("indicator"),
                    row.getInt("number")))
        .list();
  }

  /** A day is counted to its end. */
  public void counted(LocalDate day, boolean derived, Instant at) {
    handle
        .createUpdate(
            "insert into quality_day (day, derived, counted_at) values (:day, :derived, :at) on"
                + " conflict (day) do update set derived = excluded.derived, counted_at ="
                + " excluded.counted_at")
        .bind("day", day)
        .bind("derived", derived)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The last days of the months before a day that were never counted, oldest first. */
  public List<LocalDate> uncounted(LocalDate today) {
    return handle
        .createQuery(
            "select (m.first + interval '1 month - 1 day')::date as day from (select"
                + " generate_series(:from, :to, interval '1 month')::date as first) m where not"
                + " exists (select from quality_day q where date_trunc('month', q.day) = m.first)"
                + " order by 1")
        .bind("from", today.withDayOfMonth(1).minusMonths(MONTHS).atStartOfDay())
        .bind("to", today.withDayOfMonth(1).minusMonths(1).atStartOfDay())
        .mapTo(LocalDate.class)
        .list();
  }

  /** Forgets the days before one, but for the last of each month. */
  public int prune(LocalDate before) {
    List<LocalDate> days =
        handle
            .createQuery(
                "select q.day from quality_day q where q.day < :before and exists (select from"
                    + " quality_day later where later.day > q.day and date_trunc('month',"
                    + " later.day) = date_trunc('month', q.day))")
            .bind("before", before)
            .mapTo(LocalDate.class)
            .list();
    handle
        .createUpdate("delete from quality_day where day = any(:days)")
        .bindArray("days", LocalDate.class, days)
        .execute();
    return handle
        .createUpdate("delete from quality_count where day = any(:days)")
        .bindArray("days", LocalDate.class, days)
        .execute();
  }
}
