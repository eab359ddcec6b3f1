package fr.toitcommun.persistence.commission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Counts what a commission did in a year (R.441-9 IV), by the facts it knew when it decided: a past
 * year does not change with the demands.
 */
public final class CommissionReportReader {
  private static final String SESSIONS =
      """
      with held as (
        select s.* from commission_session s join commission c on c.id = s.commission_id
        where c.landlord_id = :landlord and (cast(:commission as bigint) is null or c.id = :commission) and s.status = 'CLOSED'
          and s.held_at >= make_date(:year, 1, 1) and s.held_at < make_date(:year + 1, 1, 1)),
      examined as (
        select i.id, i.exception, i.session_id, i.vacancy_id, k.demands, k.demands < (
            select p.value from rule_parameter p where p.name = 'MINIMUM_CANDIDATES' and p.departement_code is null
              and p.valid_from <= h.held_at::date order by p.valid_from desc limit 1) as below
        from commission_item i join held h on h.id = i.session_id
        cross join lateral (
          select count(distinct r.demand_id) as demands from item_candidate c join proposal r on r.id = c.proposal_id
          where c.item_id = i.id and c.decision is not null) k)
      """;

  private static final String TOTALS =
      SESSIONS
          + """
          select (select count(*) from held) as sessions,
            (select count(*) from held h where exists (select 1 from session_attendee a join remote_vote v on v.attendee_id = a.id
              where a.session_id = h.id)) as remote,
            (select count(*) from examined) as dwellings,
            (select coalesce(sum(demands), 0) from examined) as candidates,
            (select count(*) from examined where below) as below_minimum,
            (select avg(h.held_at::date - v.declared_on) from examined e join held h on h.id = e.session_id
              join vacancy v on v.id = e.vacancy_id) as vacancy_days
          """;

  /** Whoever stands first, by the facts kept when it was decided. */
  private static final String FIRST =
      SESSIONS
          + """
          , first as (
            select distinct on (k.item_id) k.item_id, k.dalo, k.priority_grounds, k.first_quartile, k.in_priority_district, k.transfer,
                   k.days_waited
            from item_candidate k join examined e on e.id = k.item_id
            where k.decision in ('ALLOCATION', 'RANKED_ALLOCATION', 'CONDITIONAL_ALLOCATION')
            order by k.item_id, coalesce(k.rank, 1), k.id)
          select count(*) as allocated, avg(days_waited) as days, count(*) filter (where dalo) as dalo,
            count(*) filter (where priority_grounds <> 0 or dalo) as priority,
            count(*) filter (where not in_priority_district and first_quartile) as quartile,
            count(*) filter (where not in_priority_district and first_quartile is not null) as known,
            count(*) filter (where transfer) as transfer
          from first
          """;

  private static final String ATTENDANCE =
      SESSIONS
          + """
          select a.capacity, count(*) as convened,
                 count(*) filter (where a.attendance in ('PRESENT', 'REPRESENTED', 'REMOTE')) as took_part
          from session_attendee a join held h on h.id = a.session_id
          left join code_item k on k.list_name = 'ATTENDEE_CAPACITY' and k.code = a.capacity
          group by a.capacity order by min(k.rank), a.capacity
          """;

  private static final String DECISIONS =
      SESSIONS
          + """
          select k.decision as code, count(*) as number from item_candidate k join examined e on e.id = k.item_id
          where k.decision is not null group by 1
          order by array_position(array['ALLOCATION', 'RANKED_ALLOCATION', 'CONDITIONAL_ALLOCATION', 'NON_ALLOCATION',
            'INADMISSIBILITY'], k.decision)
          """;

  private static final String MOTIVES =
      SESSIONS
          + """
          select m.code, count(*) as number from item_candidate k join examined e on e.id = k.item_id
          cross join lateral unnest(string_to_array(concat_ws(' ', k.motive, k.further_motives), ' ')) as m(code)
          where k.decision in ('NON_ALLOCATION', 'INADMISSIBILITY') and m.code <> '' group by 1 order by 2 desc, 1 limit 40
          """;

  private static final String EXCEPTIONS =
      SESSIONS
          + """
          select exception as code, count(*) as number from examined where below and exception <> 'NONE' group by 1 order by 2 desc, 1
          """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public CommissionReportReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The report of one commission, or of all those of a landlord.
   *
   * @param commission null: all
   * @param name of the commission; null: all
   */
  public CommissionReport read(
      long landlord, String landlordName, Long commission, String name, int year) {
    return jdbi.withHandle(
        handle -> {
          Map<String, Object> totals = one(handle, TOTALS, landlord, commission, year);
          Map<String, Object> first = one(handle, FIRST, landlord, commission, year);
          int allocated = number(first, "allocated");
          return new CommissionReport(
              commission,
              name,
              landlordName,
              year,
              number(totals, "sessions"),
              number(totals, "remote"),
              number(totals, "dwellings"),
              number(totals, "candidates"),
              number(totals, "below_minimum"),
              allocated,
              days(first.get("days")),
              days(totals.get("vacancy_days")),
              query(handle, ATTENDANCE, landlord, commission, year)
                  .map(
                      (row, context) ->
                          new CommissionReport.Attendance(
                              row.getString("capacity"),
                              row.getInt("convened"),
                              row.getInt("took_part")))
                  .list(),
              counts(handle, DECISIONS, landlord, commission, year),
              counts(handle, MOTIVES, landlord, commission, year),
              counts(handle, EXCEPTIONS, landlord, commission, year),
              List.of(
                  new CommissionReport.Share("DALO", number(first, "dalo"), allocated),
                  new CommissionReport.Share("PRIORITY", number(first, "priority"), allocated),
                  new CommissionReport.Share(
                      "QUARTILE", number(first, "quartile"), number(first, "known")),
                  new CommissionReport.Share("TRANSFER", number(first, "transfer"), allocated)));
        });
  }

  /** The years of a landlord's closed sessions, latest first. */
  public List<Integer> years(long landlord) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct cast(extract(year from s.held_at) as int) as year from"
                        + " commission_session s join commission c on c.id = s.commission_id where"
                        + " c.landlord_id = :landlord and s.status = 'CLOSED' order by 1 desc limit"
                        + " 30")
                .bind("landlord", landlord)
                .mapTo(Integer.class)
                .list());
  }

  private static Query query(Handle handle, String sql, long landlord, Long commission, int year) {
    return handle
        .createQuery(sql)
        .bind("landlord", landlord)
        .bind("commission", commission)
        .bind("year", year);
  }

  private static Map<String, Object> one(
      Handle handle, String sql, long landlord, Long commission, int year) {
    return query(handle, sql, landlord, commission, year).mapToMap().one();
  }

  private static List<CommissionReport.Count> counts(
      Handle handle, String sql, long landlord, Long commission, int year) {
    return query(handle, sql, landlord, commission, year)
        .map(
            (row, context) ->
                new CommissionReport.Count(row.getString("code"), row.getInt("number")))
        .list();
  }

  private static int number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).intValue();
  }

  private static Integer days(Object mean) {
    return mean == null
        ? null
        : Integer.valueOf(((BigDecimal) mean).setScale(0, RoundingMode.HALF_UP).intValue());
  }
}
