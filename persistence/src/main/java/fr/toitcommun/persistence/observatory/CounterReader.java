package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Counts activity, live. */
public final class CounterReader {
  private static final String COUNTS =
      """
      select
        max(d.active) as active, max(d.transfers) as transfers,
        coalesce(sum(n) filter (where kind = 'REGISTERED' and effective_on = :today), 0) as registered_today,
        coalesce(sum(n) filter (where kind = 'REGISTERED'), 0) as registered,
        coalesce(sum(n) filter (where kind = 'RENEWED'), 0) as renewed,
        coalesce(sum(n) filter (where kind = 'CANCELLED'), 0) as cancelled,
        (select count(*) from lease where cancelled_at is null and signed_on >= :month and signed_on <= :today
          and departement_code = any(:departements)) as satisfied_month,
        (select count(*) from lease where cancelled_at is null and signed_on >= :year and signed_on <= :today
          and departement_code = any(:departements)) as satisfied_year,
        (select count(*) from proposal r join demand d on d.id = r.demand_id
          where r.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL')
          and d.departement_code = any(:departements)) as open_proposals
      from (
        select kind, effective_on, count(*) as n from <events> e
        where kind in ('REGISTERED', 'RENEWED', 'CANCELLED') and effective_on between :month and :today
          and departement_code = any(:departements)
        group by kind, effective_on) e
      right join (
        select count(*) as active, count(*) filter (where transfer) as transfers from demand
        where status = 'ACTIVE' and departement_code = any(:departements)) d on true
      """
          .replace("<events>", FactRows.EVENTS);
  static final String BY_TERRITORY =
      """
      with wished as (
        select m.epci_siren, sum(w.n) as active
        from municipality m cross join lateral (
          select count(*) as n from candidate_wish w
          where w.place = cast(m.code as text) collate "C" and w.location_rank = 1) w
        where m.departement_code = any(:departements)
        group by m.epci_siren having sum(w.n) > 0),
      housed as (
        select m.epci_siren, count(*) as satisfied
        from lease l join vacancy v on v.id = l.vacancy_id join dwelling w on w.id = v.dwelling_id
        join municipality m on m.code = w.municipality_code
        where l.cancelled_at is null and l.signed_on >= :year and l.signed_on <= :today and l.departement_code = any(:departements)
        group by m.epci_siren)
      select e.name, coalesce(wished.active, 0) as active, coalesce(housed.satisfied, 0) as satisfied
      from wished full join housed on housed.epci_siren = wished.epci_siren
      join epci e on e.siren = coalesce(wished.epci_siren, housed.epci_siren)
      order by 2 desc, 1
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public CounterReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The counters of these départements.
   *
   * @param threshold cells from 1 to below this are not told (secrecy)
   */
  public Counters count(List<String> departements, LocalDate today, int threshold) {
    return jdbi.withHandle(handle -> count(handle, departements, today, threshold));
  }

  private static Counters count(
      Handle handle, List<String> departements, LocalDate today, int threshold) {
    List<Territory> territories =
        handle
            .createQuery(BY_TERRITORY)
            .bindArray("departements", String.class, departements)
            .bind("today", today)
            .bind("year", today.withDayOfYear(1))
            .map(
                (row, context) ->
                    new Territory(
                        row.getString("name"), row.getLong("active"), row.getLong("satisfied")))
            .list();
    List<Counters.ByTerritory> table = told(territories, threshold);
    return handle
        .createQuery(COUNTS)
        .bindArray("departements", String.class, departements)
        .bind("today", today)
        .bind("month", today.withDayOfMonth(1))
        .bind("year", today.withDayOfYear(1))
        .map(
            (row, context) ->
                new Counters(
                    row.getLong("active"),
                    row.getLong("transfers"),
                    row.getLong("registered_today"),
                    row.getLong("registered"),
                    row.getLong("renewed"),
                    row.getLong("cancelled"),
                    row.getLong("satisfied_month"),
                    row.getLong("satisfied_year"),
                    row.getLong("open_proposals"),
                    table))
        .one();
  }

  private record Territory(String name, long active, long satisfied) {}

  /**
   * The table without what stands for too few, and without what that could be worked out from: the
   * sums stand above the table.
   */
  private static List<Counters.ByTerritory> told(List<Territory> territories, int threshold) {
    int all = territories.size();
    long[][] counts = new long[all + 1][2];
    for (int r = 0; r < all; r++) {
      counts[r][0] = territories.get(r).active();
      counts[r][1] = territories.get(r).satisfied();
      counts[all][0] += counts[r][0];
      counts[all][1] += counts[r][1];
    }
    boolean[][] kept = new Secrecy(threshold).keptBack(counts, false, true);
    return IntStream.range(0, all)
        .mapToObj(
            r ->
                new Counters.ByTerritory(
                    territories.get(r).name(),
                    kept[r][0] ? null : counts[r][0],
                    kept[r][1] ? null : counts[r][1]))
        .toList();
  }
}
