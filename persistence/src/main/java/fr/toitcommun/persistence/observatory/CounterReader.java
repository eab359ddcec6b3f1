package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  // The numbers of a line.
  private static final int ACTIVE = 0;
  private static final int LEASES = 1;
  private static final int NUMBERS = 2;

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
    List<StandingReader.Part> parts = stock.parts(handle, tables);
    StandingReader.Standing standing = stock.at(ActivityLevel.DEPARTEMENTS, parts);
    List<ActivityReader.Done> facts = activity.done(handle, tables, today);
    List<ActivityCounter> done = activity.count(ActivityLevel.DEPARTEMENTS, today, facts);
    ActivityCounter leases = of(Indicator.SATISFIED, done);
    List<Counters.ByTerritory> rows =
        told(territories(parts, facts), standing.active().secret(), leases.year().secret());
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
    void add(int number, long count, boolean isOwn) {
      counts[number] += count;
      own[number] += isOwn ? count : 0;
    }

    boolean isEmpty() {
      return counts[ACTIVE] == 0 && counts[LEASES] == 0;
    }
  }

  /** The largest first, what is in no EPCI last, whether or not anything is. */
  private static List<Line> territories(
      List<StandingReader.Part> parts, List<ActivityReader.Done> facts) {
    Map<String, Line> lines = new HashMap<>();
    parts.stream()
        .filter(part -> part.levels().contains(ActivityLevel.DEPARTEMENTS))
        .forEach(part -> line(lines, part.epci()).add(ACTIVE, part.count(), part.own()));
    facts.stream()
        .filter(fact -> fact.what() == Indicator.SATISFIED)
        .filter(fact -> fact.isOf(ActivityLevel.DEPARTEMENTS, ActivityReader.Since.YEAR))
        .forEach(fact -> line(lines, fact.epci()).add(LEASES, fact.count(), fact.own()));
    line(lines, null);
    return lines.values().stream()
        .filter(line -> line.epci() == null || !line.isEmpty())
        .sorted(
            Comparator.comparing((Line line) -> line.epci() == null)
                .thenComparing(line -> -line.counts()[ACTIVE])
                .thenComparing(line -> Objects.requireNonNullElse(line.epci(), "")))
        .toList();
  }

  private static Line line(Map<String, Line> lines, String epci) {
    return lines.computeIfAbsent(
        epci, code -> new Line(code, new long[NUMBERS], new long[NUMBERS]));
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
    boolean[][] kept =
        secrecy.keptBackLines(
            lines.stream().map(Line::counts).toArray(long[][]::new),
            lines.stream().map(Line::own).toArray(long[][]::new),
            new boolean[] {activeKept, leasesKept});
    List<Counters.ByTerritory> told = new ArrayList<>();
    for (int r = 0; r < lines.size(); r++) {
      told.add(
          new Counters.ByTerritory(
              reference.epcis().get(lines.get(r).epci()),
              kept[r][ACTIVE] ? null : lines.get(r).counts()[ACTIVE],
              kept[r][LEASES] ? null : lines.get(r).counts()[LEASES]));
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
