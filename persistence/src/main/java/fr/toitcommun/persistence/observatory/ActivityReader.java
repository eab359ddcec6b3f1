package fr.toitcommun.persistence.observatory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  private static final String DONE =
      """
      with done as (
        select o.fact as kind, o.day, coalesce(o.desk_id = cast(:desk as bigint), false) as desk,
          coalesce(o.actor = cast(:partner as bigint), false) as partner, %s as departements, %s as territory
        from %s
        where o.fact in (%s) and o.day >= case o.fact when 'HOUSED' then cast(:leases as date) else cast(:events as date) end
          and o.day <= cast(:today as date) and %s),
      times as (select cast(:today as date) as "TODAY", cast(:week as date) as "WEEK", cast(:month as date) as "MONTH",
        cast(:year as date) as "YEAR")
      select kind%s from done, times group by kind
      """;
  private static final String NUMBER =
      ", count(*) filter (where %s and day >= \"%s\") as \"%s_%s\"";
  private static final String KINDS =
      COUNTED.stream()
          .map(what -> "'" + what.part().fact().event() + "'")
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
  private enum Since {
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

  /** The counters of a level as of today, in the order of {@link #COUNTED}. */
  public List<ActivityCounter> count(ActivityLevel level, LocalDate today) {
    LocalDate events = earliest(Since.WEEK, Since.MONTH, today);
    LocalDate leases = earliest(Since.WEEK, Since.YEAR, today);
    List<ActivityCounter> counted =
        base.read(
            new LiveBase.Since(events, leases),
            tables ->
                tables
                    .jdbi()
                    .withHandle(
                        handle ->
                            handle
                                .createQuery(statement(tables))
                                // As text: DuckDB takes no date from Jdbi.
                                .bind("desk", viewer.desk())
                                .bind("partner", viewer.partner())
                                .bind("events", events.toString())
                                .bind("leases", leases.toString())
                                .bind("today", today.toString())
                                .bind("week", Since.WEEK.first(today).toString())
                                .bind("month", Since.MONTH.first(today).toString())
                                .bind("year", Since.YEAR.first(today).toString())
                                .map((row, context) -> counter(level, today, row))
                                .list()));
    return COUNTED.stream()
        .map(
            what ->
                counted.stream()
                    .filter(one -> one.what() == what)
                    .findFirst()
                    .orElseGet(() -> none(what)))
        .toList();
  }

  private static LocalDate earliest(Since one, Since other, LocalDate today) {
    LocalDate first = one.first(today);
    return first.isBefore(other.first(today)) ? first : other.first(today);
  }

  private String statement(LiveBase.Tables tables) {
    StringBuilder numbers = new StringBuilder();
    for (Since since : Since.values()) {
      for (ActivityLevel level : ActivityLevel.values()) {
        numbers.append(NUMBER.formatted(condition(level), since, level, since));
      }
      for (ActivityLevel level : NESTED) {
        String own = condition(level) + " and (desk or partner)";
        numbers.append(NUMBER.formatted(own, since, "own_" + level, since));
      }
    }
    return DONE.formatted(
        viewer.inDepartements(),
        viewer.inTerritory(),
        tables.facts(),
        KINDS,
        viewer.inFile(),
        numbers);
  }

  private static String condition(ActivityLevel level) {
    return switch (level) {
      case DESK -> "desk";
      case PARTNER -> "partner";
      case TERRITORY -> "territory";
      case DEPARTEMENTS -> "departements";
      case FILE -> "true";
    };
  }

  private ActivityCounter counter(ActivityLevel level, LocalDate today, ResultSet row)
      throws SQLException {
    Indicator what = indicator(row.getString("kind"));
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
        counts[l][t] = row.getLong(NESTED.get(l) + "_" + times.get(t));
        own[l][t] = row.getLong("own_" + NESTED.get(l) + "_" + times.get(t));
      }
    }
    boolean[][] kept = secrecy.keptBackNested(counts, own);
    Map<Since, Cell> cells = new EnumMap<>(Since.class);
    for (Since since : times) {
      cells.put(
          since,
          NESTED.contains(level) && kept[NESTED.indexOf(level)][times.indexOf(since)]
              ? Cell.SECRET
              : Cell.of(row.getLong(level + "_" + since)));
    }
    return new ActivityCounter(
        what,
        cells.get(Since.TODAY),
        cells.get(Since.WEEK),
        cells.get(Since.MONTH),
        cells.get(Since.YEAR));
  }

  private static ActivityCounter none(Indicator what) {
    Cell none = Cell.of(0);
    return new ActivityCounter(what, none, none, none, what == Indicator.SATISFIED ? none : null);
  }

  private static Indicator indicator(String kind) {
    Fact fact = Fact.ofEvent(kind).orElseThrow();
    return COUNTED.stream().filter(one -> one.part().fact() == fact).findFirst().orElseThrow();
  }
}
