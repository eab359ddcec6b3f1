package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts what the home page shows of the agent's départements: activity as {@link ActivityReader}
 * counts and keeps it back, proposals under way, and demands by EPCI.
 */
public final class CounterReader {
  private static final String OPEN_PROPOSALS =
      """
      select count(*) as all, count(*) filter (where w.landlord_id = cast(:partner as bigint)
        or d.desk_id = cast(:desk as bigint) or k.partner_id = cast(:partner as bigint)) as own
      from proposal r join demand d on d.id = r.demand_id join vacancy v on v.id = r.vacancy_id
      join dwelling w on w.id = v.dwelling_id left join registration_desk k on k.id = d.desk_id
      where r.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL')
        and d.departement_code = any(:departements)
      """;
  private static final String BY_TERRITORY =
      """
      select epci, cast(sum(active) as bigint) as active, cast(sum(satisfied) as bigint) as satisfied from (
        select o.epci, count(*) as active, 0 as satisfied from %s where %s and o.epci is not null group by o.epci
        union all
        select o.epci, 0, count(*) from %s where o.fact = 'HOUSED' and o.day between cast(:year as date) and cast(:today as date)
          and %s and o.epci is not null group by o.epci) x
      group by epci
      """;

  private final Jdbi jdbi;
  private final LiveBase base;
  private final Viewer viewer;
  private final Secrecy secrecy;
  private final ActivityReader activity;
  private final StandingReader stock;

  /**
   * Counts in this database for an agent.
   *
   * @param base what of it is counted
   * @param threshold numbers from 1 to below this are not told (secrecy); 0: all are
   */
  public CounterReader(Jdbi jdbi, LiveBase base, Viewer viewer, int threshold) {
    this.jdbi = jdbi;
    this.base = base;
    this.viewer = viewer;
    this.secrecy = new Secrecy(threshold);
    this.activity = new ActivityReader(base, viewer, threshold);
    this.stock = new StandingReader(base, viewer, threshold);
  }

  /** The counters of the départements as of today. */
  public Counters count(LocalDate today) {
    StandingReader.Standing standing = stock.at(ActivityLevel.DEPARTEMENTS);
    List<ActivityCounter> done = activity.count(ActivityLevel.DEPARTEMENTS, today);
    ActivityCounter leases = of(Indicator.SATISFIED, done);
    List<Counters.ByTerritory> rows =
        told(territories(today), standing.active().base(), leases.year().base());
    ActivityCounter registered = of(Indicator.REGISTERED, done);
    return new Counters(
        standing.active().base(),
        standing.transfers().base(),
        registered.today().base(),
        registered.month().base(),
        of(Indicator.RENEWALS, done).month().base(),
        of(Indicator.CANCELLED, done).month().base(),
        leases.month().base(),
        leases.year().base(),
        openProposals(),
        rows.subList(0, rows.size() - 1),
        rows.get(rows.size() - 1));
  }

  private static ActivityCounter of(Indicator what, List<ActivityCounter> done) {
    return done.stream().filter(one -> one.what() == what).findFirst().orElseThrow();
  }

  private Long openProposals() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OPEN_PROPOSALS)
                .bind("partner", viewer.partner())
                .bind("desk", viewer.desk())
                .bindArray("departements", String.class, viewer.departements())
                .map(
                    (row, context) -> {
                      long all = row.getLong("all");
                      long[][] own = {{row.getLong("own")}};
                      return secrecy.keptBackNested(new long[][] {{all}}, own)[0][0] ? null : all;
                    })
                .one());
  }

  /** By EPCI of the first wish, and of the dwelling; the largest first. */
  private List<Counters.ByTerritory> territories(LocalDate today) {
    Map<String, String> names =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select siren, name from epci")
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    LocalDate year = today.withDayOfYear(1);
    return base.read(
        new LiveBase.Since(LocalDate.MAX, year),
        tables ->
            tables
                .jdbi()
                .withHandle(
                    handle ->
                        handle
                            .createQuery(
                                BY_TERRITORY.formatted(
                                    tables.active(),
                                    viewer.inDepartements(),
                                    tables.facts(),
                                    viewer.inDepartements()))
                            .bind("today", today.toString())
                            .bind("year", year.toString())
                            .map(
                                (row, context) ->
                                    new Counters.ByTerritory(
                                        names.get(row.getString("epci")),
                                        row.getLong("active"),
                                        row.getLong("satisfied")))
                            .stream()
                            .sorted(
                                Comparator.comparing(Counters.ByTerritory::active)
                                    .reversed()
                                    .thenComparing(Counters.ByTerritory::name))
                            .toList()));
  }

  /**
   * The lines without what stands for too few, and without what that could be worked out from where
   * the whole is told above them; what is in no EPCI last.
   *
   * @param active the whole as it is told; null: it is not
   * @param satisfied the same of leases
   */
  private List<Counters.ByTerritory> told(
      List<Counters.ByTerritory> territories, Long active, Long satisfied) {
    List<Counters.ByTerritory> lines = new ArrayList<>(territories);
    lines.add(
        new Counters.ByTerritory(
            null,
            rest(active, lines.stream().map(Counters.ByTerritory::active)),
            rest(satisfied, lines.stream().map(Counters.ByTerritory::satisfiedThisYear))));
    long[][] counts = new long[lines.size() + 1][2];
    for (int r = 0; r < lines.size(); r++) {
      counts[r][0] = lines.get(r).active();
      counts[r][1] = lines.get(r).satisfiedThisYear();
      counts[lines.size()][0] += counts[r][0];
      counts[lines.size()][1] += counts[r][1];
    }
    boolean[][] kept = secrecy.keptBack(counts, false, true);
    List<Counters.ByTerritory> told = new ArrayList<>();
    for (int r = 0; r < lines.size(); r++) {
      told.add(
          new Counters.ByTerritory(
              lines.get(r).name(),
              kept[r][0] ? null : counts[r][0],
              kept[r][1] ? null : counts[r][1]));
    }
    Counters.ByTerritory elsewhere = told.remove(told.size() - 1);
    // Largest first would tell about how many those kept back are.
    List<Counters.ByTerritory> ordered =
        new ArrayList<>(
            Stream.concat(
                    told.stream().filter(row -> row.active() != null),
                    told.stream()
                        .filter(row -> row.active() == null)
                        .sorted(Comparator.comparing(Counters.ByTerritory::name)))
                .toList());
    ordered.add(elsewhere);
    return ordered;
  }

  private static long rest(Long whole, Stream<Long> parts) {
    return whole == null ? 0 : Math.max(0, whole - parts.mapToLong(Long::longValue).sum());
  }
}
