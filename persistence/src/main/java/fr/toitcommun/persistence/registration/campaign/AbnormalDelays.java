package fr.toitcommun.persistence.registration.campaign;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.DueQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Demands that have waited longer than the préfet calls normal (L.441-1-4): by département and,
 * where the préfet says so, by type of dwelling. A demand of several types goes by the shortest
 * delay of those.
 */
public final class AbnormalDelays {
  // The delay of a type where there is one, else that of all types; the département's before the
  // general one.
  private static final String DELAYS =
      """
      with delay as materialized (
        select distinct on (w.code, t.type) w.code as departement_code, t.type, p.value::int as months
        from departement w
        cross join (values ('C'),('T1'),('T2'),('T3'),('T4'),('T5'),('T6P')) as t(type)
        join rule_parameter p on p.name = 'ABNORMAL_DELAY_MONTHS'
          and (p.departement_code is null or p.departement_code = w.code)
          and (p.dwelling_type is null or p.dwelling_type = t.type)
          and p.valid_from <= :day and (p.valid_to is null or p.valid_to >= :day)
        order by w.code, t.type, p.departement_code is null, p.dwelling_type is null, p.valid_from desc),
      shortest as materialized (select departement_code, min(months) as months from delay group by 1)
      """;
  private static final DueQuery DUE =
      new DueQuery(
          DELAYS,
          """
          from demand d
          join shortest s on s.departement_code = d.departement_code
          cross join lateral (
            select (d.initial_deposit_date + make_interval(months => min(y.months)))::date as passed
            from wished_type t join delay y on y.departement_code = d.departement_code and y.type = t.dwelling_type
            where t.demand_id = d.id) as own
          where d.status = 'ACTIVE' and d.abnormal_delay_since is null
            and d.initial_deposit_date <= (:day + make_interval(months => - s.months) + interval '3 days')::date
            and own.passed <= :day
          """,
          "d.initial_deposit_date",
          "'MARK' as what, 'DELAY_PASSED' as why, own.passed as about");

  private static final DueQuery PASSED =
      new DueQuery(
          "from demand d where d.status = 'ACTIVE' and d.abnormal_delay_since is not null",
          "d.abnormal_delay_since",
          "'MARK' as what, 'DELAY_PASSED' as why, d.abnormal_delay_since as about");

  private final Jdbi jdbi;

  /** Works in this database, in the caller's transaction if there is one. */
  public AbnormalDelays(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** How many have passed it by that day and are not marked yet, by département. */
  public Map<String, Long> count(LocalDate day) {
    return jdbi.withHandle(handle -> DUE.count(handle, Map.of("day", day)));
  }

  /** Those after a place, in the order of their deposit. */
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return jdbi.withHandle(handle -> DUE.list(handle, Map.of("day", day), after, limit));
  }

  /**
   * Marks them, with an event of the day on which each passed the delay. A demand's version stays:
   * nothing that an agent types is concerned.
   *
   * @return unique numbers of those marked
   */
  public List<String> mark(List<DueDemand> due, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    with due as (select unnest(cast(:demands as bigint[])) as id, unnest(cast(:days as date[])) as passed),
                    marked as (
                      update demand d set abnormal_delay_since = due.passed from due
                      where d.id = due.id and d.status = 'ACTIVE' and d.abnormal_delay_since is null
                      returning d.id, d.unique_number, d.departement_code, d.abnormal_delay_since),
                    noted as (
                      insert into demand_event (id, demand_id, kind, occurred_at, effective_on, departement_code)
                      select nextval('demand_event_seq'), id, 'ABNORMAL_DELAY', :at, abnormal_delay_since, departement_code
                      from marked)
                    select unique_number from marked
                    """)
                .bindArray("demands", Long.class, due.stream().map(DueDemand::demandId).toArray())
                .bindArray(
                    "days", String.class, due.stream().map(one -> one.on().toString()).toArray())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .list());
  }

  /** The active demands marked so far in a département, the latest first, from an offset. */
  public List<DueDemand> passed(String departement, int offset, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id, unique_number, initial_deposit_date, abnormal_delay_since from"
                        + " demand where status = 'ACTIVE' and abnormal_delay_since is not null and"
                        + " departement_code = :departement order by abnormal_delay_since desc, id"
                        + " desc offset :offset limit :limit")
                .bind("departement", departement)
                .bind("offset", offset)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new DueDemand(
                            row.getLong(1),
                            row.getString(2),
                            departement,
                            row.getObject(3, LocalDate.class),
                            "MARK",
                            "DELAY_PASSED",
                            row.getObject(4, LocalDate.class)))
                .list());
  }

  /** How many active demands are marked, by département. */
  public Map<String, Long> countPassed() {
    return jdbi.withHandle(handle -> PASSED.count(handle, Map.of()));
  }
}
