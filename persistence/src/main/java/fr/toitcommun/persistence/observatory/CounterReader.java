package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Counts what the home page shows of the agent's départements: activity as {@link ActivityReader}
 * counts and keeps it back, proposals under way, and demands by EPCI.
 */
public final class CounterReader {
  private static final String OPEN_PROPOSALS =
      """
      select cast(coalesce(sum(o.n), 0) as bigint) as number, cast(coalesce(sum(case when o.desk_id = cast(:desk as bigint)
        or o.partner_id = cast(:partner as bigint) or o.actor = cast(:partner as bigint) then o.n else 0 end), 0) as bigint) as own
      from %s where %s
      """;
  private static final String BY_TERRITORY =
      """
      select epci, cast(sum(active) as bigint) as active, cast(sum(own_active) as bigint) as own_active,
        cast(sum(leases) as bigint) as leases, cast(sum(own_leases) as bigint) as own_leases from (
        select o.epci, o.n as active, case when o.desk_id = cast(:desk as bigint) or o.partner_id = cast(:partner as bigint)
            then o.n else 0 end as own_active, 0 as leases, 0 as own_leases
        from %s where %s
        union all
        select o.epci, 0, 0, o.n, case when o.desk_id = cast(:desk as bigint) or o.actor = cast(:partner as bigint) then o.n else 0 end
        from %s where o.fact = 'HOUSED' and o.day between date '%s' and date '%s' and %s) x
      group by epci having sum(active) <> 0 or sum(leases) <> 0
      """;

  private final Reference reference;
  private final LiveBase base;
  private final Viewer viewer;
  private final Secrecy secrecy;
  private final ActivityReader activity;
  private final StandingReader stock;

  /**
   * Counts in this base for an agent.
   *
   * @param threshold numbers from 1 to below this are not told (secrecy); 0: all are
   */
  public CounterReader(Reference reference, LiveBase base, Viewer viewer, int threshold) {
    this.reference = reference;
    this.base = base;
    this.viewer = viewer;
    this.secrecy = new Secrecy(threshold);
    this.activity = new ActivityReader(base, viewer, threshold);
    this.stock = new StandingReader(base, viewer, threshold);
  }

  /** The counters of the départements as of today, all of one moment where they can be. */
  public Counters count(LocalDate today) {
    return base.read(
        ActivityReader.since(today), tables -> tables.read(handle -> count(handle, tables, today)));
  }

  private Counters count(Handle handle, LiveBase.Tables tables, LocalDate today) {
    StandingReader.Standing standing = stock.at(handle, tables, ActivityLevel.DEPARTEMENTS);
    List<ActivityCounter> done = activity.count(handle, tables, ActivityLevel.DEPARTEMENTS, today);
    ActivityCounter leases = of(Indicator.SATISFIED, done);
    List<Counters.ByTerritory> rows =
        told(
            territories(handle, tables, today), standing.active().secret(), leases.year().secret());
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
        openProposals(handle, tables),
        rows.subList(0, rows.size() - 1),
        rows.get(rows.size() - 1));
  }

  private static ActivityCounter of(Indicator what, List<ActivityCounter> done) {
    return done.stream().filter(one -> one.what() == what).findFirst().orElseThrow();
  }

  private Long openProposals(Handle handle, LiveBase.Tables tables) {
    return handle
        .createQuery(OPEN_PROPOSALS.formatted(tables.openCounts(), viewer.inDepartements()))
        .bind("partner", viewer.partner())
        .bind("desk", viewer.desk())
        .map(
            (row, context) -> {
              long all = row.getLong("number");
              long[][] own = {{row.getLong("own")}};
              return secrecy.keptBackNested(new long[][] {{all}}, own)[0][0] ? null : all;
            })
        .one();
  }

  /**
   * What an EPCI comes to, by the first wish and by the dwelling.
   *
   * @param epci null: none
   * @param counts demands in the file, and leases of the year
   * @param own how many of these the viewer has by name
   */
  private record Line(String epci, long[] counts, long[] own) {
    static final int NUMBERS = 2;
  }

  /** The largest first, what is in no EPCI last, whether or not anything is. */
  private List<Line> territories(Handle handle, LiveBase.Tables tables, LocalDate today) {
    List<Line> lines =
        new ArrayList<>(
            handle
                .createQuery(
                    BY_TERRITORY.formatted(
                        tables.activeCounts(),
                        viewer.inDepartements(),
                        tables.factCounts(),
                        today.withDayOfYear(1),
                        today,
                        viewer.inDepartements()))
                .bind("desk", viewer.desk())
                .bind("partner", viewer.partner())
                .map(
                    (row, context) ->
                        new Line(
                            row.getString("epci"),
                            new long[] {row.getLong("active"), row.getLong("leases")},
                            new long[] {row.getLong("own_active"), row.getLong("own_leases")}))
                .list());
    lines.sort(
        Comparator.comparing((Line line) -> line.epci() == null)
            .thenComparing(line -> -line.counts()[0])
            .thenComparing(Line::epci));
    if (lines.isEmpty() || lines.get(lines.size() - 1).epci() != null) {
      lines.add(new Line(null, new long[Line.NUMBERS], new long[Line.NUMBERS]));
    }
    return lines;
  }

  /**
   * The lines without what stands for too few, also once what the viewer has by name is taken off,
   * and without what that, or a whole that is not told, could be worked out from.
   *
   * @param activeKept whether the whole of the demands is kept back
   * @param leasesKept the same of leases
   */
  private List<Counters.ByTerritory> told(
      List<Line> lines, boolean activeKept, boolean leasesKept) {
    long[][] counts = new long[lines.size() + 1][Line.NUMBERS];
    boolean[][] kept = new boolean[lines.size() + 1][Line.NUMBERS];
    for (int r = 0; r < lines.size(); r++) {
      for (int c = 0; c < Line.NUMBERS; c++) {
        counts[r][c] = lines.get(r).counts()[c];
        counts[lines.size()][c] += counts[r][c];
        kept[r][c] =
            secrecy.keepsBack(counts[r][c])
                || secrecy.keepsBack(counts[r][c] - lines.get(r).own()[c]);
      }
    }
    kept[lines.size()] = new boolean[] {activeKept, leasesKept};
    secrecy.keepBackMore(counts, kept, false, true);
    List<Counters.ByTerritory> told = new ArrayList<>();
    for (int r = 0; r < lines.size(); r++) {
      told.add(
          new Counters.ByTerritory(
              reference.epcis().get(lines.get(r).epci()),
              kept[r][0] ? null : counts[r][0],
              kept[r][1] ? null : counts[r][1]));
    }
    // Largest first would tell about how many those kept back are.
    told.subList(0, told.size() - 1)
        .sort(
            Comparator.comparing((Counters.ByTerritory row) -> row.active() == null)
                .thenComparing(row -> row.active() == null ? 0 : -row.active())
                .thenComparing(Counters.ByTerritory::name));
    return told;
  }
}
