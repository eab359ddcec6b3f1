package fr.toitcommun.persistence.observatory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Counts activity, live, by the same facts as the indicators of the observatory. The activity of a
 * desk or a partner is told as it is: it is shown to that desk or partner alone, which did it and
 * has the demands before it by name. Of a territory or the file what stands for too few is kept
 * back, and what would give it away: the levels stand side by side, each within the next, and so do
 * day, week and month, so that one less another is a number as well ({@link
 * Secrecy#keptBackNested}).
 */
public final class ActivityReader {
  /** What is counted, in the order it is shown. */
  public static final List<Indicator> COUNTED =
      List.of(
          Indicator.REGISTERED,
          Indicator.RENEWALS,
          Indicator.CANCELLED,
          Indicator.SATISFIED,
          Indicator.PROPOSED,
          Indicator.REFUSED);

  /** Levels that are subject to secrecy, each within the next. */
  static final List<ActivityLevel> NESTED =
      List.of(ActivityLevel.TERRITORY, ActivityLevel.DEPARTEMENTS, ActivityLevel.FILE);

  // Each kind by the days it is wanted of, so that both are found by their index.
  private static final String DONE =
      """
      select o.fact, o.day >= %s as "TODAY", o.day >= %s as "WEEK", o.day >= %s as "MONTH", o.day >= %s as "YEAR",
        coalesce(o.desk_id = cast(:desk as bigint), false) as desk, coalesce(o.actor = cast(:partner as bigint), false) as partner,
        %s as departements, %s as territory, case when o.fact = 'HOUSED' then o.epci end as epci, cast(sum(o.n) as bigint) as n
      from (
        select * from %s where o.fact in (%s) and o.day between %s and %s
        union all
        select * from %s where o.fact = 'HOUSED' and o.day between %s and %s) o
      where %s group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
      """;
  private static final String KINDS =
      COUNTED.stream()
          .map(what -> what.part().fact())
          .filter(fact -> fact != Fact.SATISFIED)
          .map(fact -> "'" + fact.event() + "'")
          .collect(Collectors.joining(","));

  private final LiveBase base;
  private final Viewer viewer;
  private final Secrecy secrecy;

  /**
   * Counts in this base for an agent.
   *
   * @param threshold numbers from 1 to below this are kept back of territories; 0: none is
   */
  public ActivityReader(LiveBase base, Viewer viewer, int threshold) {
    this.base = base;
    this.viewer = viewer;
    this.secrecy = new Secrecy(threshold);
  }

  /** A time that counters are of, from its first day to today. */
  enum Since {
    TODAY,
    WEEK,
    MONTH,
    YEAR;

    LocalDate first(LocalDate today) {
      return switch (this) {
        case TODAY -> today;
        case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> today.withDayOfMonth(1);
        case YEAR -> today.withDayOfYear(1);
      };
    }
  }

  /**
   * Facts that are alike in what they are told apart by.
   *
   * @param epci where the dwelling of a lease lies; null: in none, or no lease
   */
  record Done(
      Indicator what, Set<Since> since, Set<ActivityLevel> levels, String epci, long count) {
    boolean own() {
      return levels.contains(ActivityLevel.DESK) || levels.contains(ActivityLevel.PARTNER);
    }

    boolean isOf(ActivityLevel level, Since time) {
      return levels.contains(level) && since.contains(time);
    }
  }

  /** From which days on facts are read. */
  static LiveBase.Since since(LocalDate today) {
    return new LiveBase.Since(
        earliest(Since.WEEK, Since.MONTH, today), earliest(Since.WEEK, Since.YEAR, today));
  }

  private static LocalDate earliest(Since one, Since other, LocalDate today) {
    LocalDate first = one.first(today);
    return first.isBefore(other.first(today)) ? first : other.first(today);
  }

  /** The counters of a level as of today, in the order of {@link #COUNTED}. */
  public List<ActivityCounter> count(ActivityLevel level, LocalDate today) {
    return base.read(
        since(today),
        tables -> count(level, today, tables.read(handle -> done(handle, tables, today))));
  }

  /** What happened from the earliest of the days that counters begin with. */
  List<Done> done(Handle handle, LiveBase.Tables tables, LocalDate today) {
    return handle
        .createQuery(statement(tables, viewer, today))
        .bind("desk", viewer.desk())
        .bind("partner", viewer.partner())
        .map((row, context) -> done(row))
        .list();
  }

  /** What it comes to at a level. */
  List<ActivityCounter> count(ActivityLevel level, LocalDate today, List<Done> done) {
    Map<Indicator, List<Done>> apart = done.stream().collect(Collectors.groupingBy(Done::what));
    return COUNTED.stream()
        .map(what -> counter(what, level, today, apart.getOrDefault(what, List.of())))
        .toList();
  }

  static String statement(LiveBase.Tables tables, Viewer viewer, LocalDate today) {
    LiveBase.Since from = since(today);
    return DONE.formatted(
        date(today),
        date(Since.WEEK.first(today)),
        date(Since.MONTH.first(today)),
        date(Since.YEAR.first(today)),
        viewer.inDepartements(),
        viewer.inTerritory(),
        tables.factCounts(),
        KINDS,
        date(from.events()),
        date(today),
        tables.factCounts(),
        date(from.leases()),
        date(today),
        viewer.inFile());
  }

  private static String date(LocalDate day) {
    return "date '" + day + "'";
  }

  private static Done done(ResultSet row) throws SQLException {
    Set<Since> since = EnumSet.noneOf(Since.class);
    for (Since one : Since.values()) {
      if (row.getBoolean(one.name())) {
        since.add(one);
      }
    }
    return new Done(
        indicator(row.getString("fact")),
        since,
        levels(row),
        row.getString("epci"),
        row.getLong("n"));
  }

  /** The levels that a row says that it is of. */
  static Set<ActivityLevel> levels(ResultSet row) throws SQLException {
    Set<ActivityLevel> levels = EnumSet.of(ActivityLevel.FILE);
    for (ActivityLevel level :
        List.of(
            ActivityLevel.DESK,
            ActivityLevel.PARTNER,
            ActivityLevel.DEPARTEMENTS,
            ActivityLevel.TERRITORY)) {
      if (row.getBoolean(level.name().toLowerCase(Locale.ROOT))) {
        levels.add(level);
      }
    }
    return levels;
  }

  private ActivityCounter counter(
      Indicator what, ActivityLevel level, LocalDate today, List<Done> done) {
    boolean leases = what == Indicator.SATISFIED;
    // The shortest first: at the beginning of a month or a year a week is longer.
    List<Since> times =
        Arrays.stream(Since.values())
            .filter(since -> leases || since != Since.YEAR)
            .sorted(Comparator.comparing((Since since) -> since.first(today)).reversed())
            .toList();
    long[][] counts = new long[NESTED.size()][times.size()];
    long[][] own = new long[NESTED.size()][times.size()];
    for (int l = 0; l < NESTED.size(); l++) {
      for (int t = 0; t < times.size(); t++) {
        counts[l][t] = sum(done, NESTED.get(l), times.get(t), false);
        own[l][t] = sum(done, NESTED.get(l), times.get(t), true);
      }
    }
    boolean[][] kept = secrecy.keptBackNested(counts, own);
    Map<Since, Cell> cells = new EnumMap<>(Since.class);
    for (Since since : times) {
      cells.put(
          since,
          NESTED.contains(level) && kept[NESTED.indexOf(level)][times.indexOf(since)]
              ? Cell.SECRET
              : Cell.of(sum(done, level, since, false)));
    }
    return new ActivityCounter(
        what,
        cells.get(Since.TODAY),
        cells.get(Since.WEEK),
        cells.get(Since.MONTH),
        cells.get(Since.YEAR));
  }

  private static long sum(List<Done> done, ActivityLevel level, Since since, boolean ownAlone) {
    return done.stream()
        .filter(one -> one.isOf(level, since) && (one.own() || !ownAlone))
        .mapToLong(Done::count)
        .sum();
  }

  private static Indicator indicator(String kind) {
    Fact fact = Fact.ofEvent(kind).orElseThrow();
    return COUNTED.stream().filter(one -> one.part().fact() == fact).findFirst().orElseThrow();
  }
}
