package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The live base and the monthly files as one: what stands now and what happened lately is counted
 * in the base, all before in the files.
 */
public final class Observed {
  private final ObservedStore live;
  private final ObservedStore frozen;
  private final TreeMap<LocalDate, ObservatoryFile> stocks = new TreeMap<>();
  private final TreeMap<LocalDate, ObservatoryFile> facts = new TreeMap<>();
  private final LocalDate today;
  private final LocalDate firstOpen;
  private final LocalDate forgotten;

  /**
   * Both together.
   *
   * @param files the files that stand
   * @param mergers what brings the municipalities of a file to those of today
   * @param openMonths months before this one whose facts the base still knows better
   * @param keptMonths months after which a demand that has left is erased from the base
   */
  public Observed(
      ObservedStore live,
      ObservedStore frozen,
      List<ObservatoryFile> files,
      MunicipalityMergers mergers,
      LocalDate today,
      int openMonths,
      int keptMonths) {
    this.live = new TodaysPlaces(live, mergers, today);
    this.frozen = new TodaysPlaces(frozen, mergers, today);
    this.today = today;
    this.firstOpen = today.withDayOfMonth(1).minusMonths(openMonths);
    this.forgotten = today.minusMonths(keptMonths);
    for (ObservatoryFile file : files) {
      if (file.kind() == FileKind.STOCK) {
        stocks.put(file.day(), file);
      } else if (file.kind() == FileKind.FACTS) {
        facts.put(file.day(), file);
      }
    }
  }

  /** Days of the snapshots on file, the oldest first. */
  public List<LocalDate> snapshots() {
    return List.copyOf(stocks.keySet());
  }

  /**
   * What was counted.
   *
   * @param live whether the base was counted in
   * @param lacking days of which no snapshot tells, first days of months that nobody tells
   * @param untold periods of a series that no file tells
   * @param known whether it could be counted at all
   */
  record Counted(
      List<Group> groups,
      Set<FileOrigin> origins,
      boolean live,
      Collection<LocalDate> lacking,
      Set<String> untold,
      boolean known) {}

  /**
   * The days that a question is about once brought to what is on file: of what stands, today or the
   * last snapshot on or before the day asked for; of what happens, by default the twelve months up
   * to today. Periods that are told apart are whole ones, but for the one that is running; and what
   * is set against the demands that stood at its ends is counted by whole months, as these are.
   */
  When resolved(Question question) {
    boolean stock = question.indicator().isStock();
    Axis time = question.time();
    if (question.when().isNow()) {
      if (stock && time == null) {
        return When.on(today);
      }
      LocalDate from = When.twelveMonthsTo(today).from();
      if (time != null) {
        LocalDate first = Periods.first(time, from);
        return When.from(first.isBefore(from) ? Periods.next(time, from) : first, today);
      }
      return whole(question.indicator(), Axis.MONTH, from, today);
    }
    LocalDate to = earliest(question.when().to(), today);
    LocalDate from = earliest(question.when().from(), to);
    if (stock && time == null) {
      return When.on(to.equals(today) ? today : snapshotOf(to).orElse(to));
    }
    return time == null
        ? whole(question.indicator(), Axis.MONTH, from, to)
        : When.from(Periods.first(time, from), endOf(time, to));
  }

  private When whole(Indicator indicator, Axis period, LocalDate from, LocalDate to) {
    return indicator.countsStockAtEnds()
        ? When.from(Periods.first(period, from), endOf(period, to))
        : When.from(from, to);
  }

  private LocalDate endOf(Axis period, LocalDate day) {
    return earliest(Periods.next(period, day).minusDays(1), today);
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private Optional<LocalDate> snapshotOf(LocalDate day) {
    return Optional.ofNullable(stocks.floorKey(day));
  }

  /** Counts; municipalities are those of today, whatever they were called then. */
  Counted count(
      Question question,
      Indicator.Part part,
      LocalDate from,
      LocalDate to,
      List<Axis> axes,
      List<String> departements,
      boolean waits) {
    Map<Axis, Set<String>> where = new EnumMap<>(Axis.class);
    where.putAll(question.filters());
    if (part.axis() != null) {
      where.put(part.axis(), Question.both(where.get(part.axis()), part.codes()));
    }
    Tally tally =
        new Tally(
            part.fact(),
            from,
            to,
            List.of(),
            axes,
            where,
            // A lease lies where its dwelling lies, by either rule; outside any EPCI it counts too.
            part.fact() == Fact.SATISFIED ? Counting.FIRST : question.counting(),
            departements,
            waits);
    Axis time = axes.stream().filter(Axis::isTime).findFirst().orElse(null);
    if (part.moment() == Indicator.Moment.FLOW) {
      return flow(tally, time);
    }
    return question.time() == null
        ? stockAt(tally, part.moment(), from, to)
        : series(tally, part.moment(), question.time(), time);
  }

  /**
   * At the beginning of a period and at its end what stood on that very day: an earlier snapshot
   * would be of another period.
   */
  private Counted stockAt(Tally tally, Indicator.Moment moment, LocalDate from, LocalDate to) {
    LocalDate day =
        switch (moment) {
          case BEGINNING -> from;
          case END -> to.isBefore(today) ? to.plusDays(1) : today;
          default -> to;
        };
    boolean end = moment == Indicator.Moment.BEGINNING || moment == Indicator.Moment.END;
    return end && !day.equals(today) && !stocks.containsKey(day)
        ? new Counted(List.of(), Set.of(), false, Set.of(day), Set.of(), false)
        : stockOn(tally, day);
  }

  private Counted stockOn(Tally tally, LocalDate day) {
    if (day.equals(today)) {
      return new Counted(
          live.count(tally.during(day, day)), Set.of(), true, Set.of(), Set.of(), true);
    }
    Optional<LocalDate> snapshot = snapshotOf(day);
    return snapshot
        .map(
            on ->
                new Counted(
                    frozen.count(tally.inSnapshots(List.of(on))),
                    EnumSet.of(stocks.get(on).origin()),
                    false,
                    Set.of(),
                    Set.of(),
                    true))
        .orElse(new Counted(List.of(), Set.of(), false, Set.of(day), Set.of(), false));
  }

  /** Stocks at the beginnings of periods, or at their ends: the beginning of the next one. */
  private Counted series(Tally tally, Indicator.Moment moment, Axis step, Axis keyed) {
    Map<LocalDate, String> periods = new TreeMap<>();
    Set<LocalDate> lacking = new HashSet<>();
    Set<String> untold = new HashSet<>();
    Set<FileOrigin> origins = EnumSet.noneOf(FileOrigin.class);
    LocalDate first = Periods.first(step, tally.from());
    for (LocalDate begins = first;
        !begins.isAfter(tally.to());
        begins = Periods.next(step, begins)) {
      LocalDate day = moment == Indicator.Moment.END ? Periods.next(step, begins) : begins;
      String code = Periods.code(step, begins);
      if (stocks.containsKey(day)) {
        periods.put(day, code);
        origins.add(stocks.get(day).origin());
      } else {
        untold.add(code);
        if (!day.isAfter(today)) {
          lacking.add(day);
        }
      }
    }
    if (periods.isEmpty() || keyed == null) {
      return new Counted(List.of(), origins, false, lacking, untold, keyed != null);
    }
    List<Group> groups =
        frozen.count(tally.inSnapshots(List.copyOf(periods.keySet()))).stream()
            .map(group -> renamed(group, tally.by().indexOf(keyed), periods::get))
            .toList();
    return new Counted(Group.merged(groups), origins, false, lacking, untold, true);
  }

  private Counted flow(Tally tally, Axis time) {
    List<Group> groups = new ArrayList<>();
    Set<FileOrigin> origins = EnumSet.noneOf(FileOrigin.class);
    FactPeriod period = period(tally.from(), tally.to());
    for (FactPeriod.Run run : period.runs()) {
      if (run.teller() == FactPeriod.Teller.FILES) {
        groups.addAll(frozen.count(tally.during(run.from(), run.to())));
      } else if (run.teller() == FactPeriod.Teller.BASE) {
        groups.addAll(live.count(tally.during(run.from(), run.to())));
      }
    }
    period.onFile().forEach(month -> origins.add(facts.get(month).origin()));
    boolean counted = !period.live().isEmpty();
    List<LocalDate> forgotten = period.untold();
    if (time == null) {
      return new Counted(
          Group.merged(groups), origins, counted, forgotten, Set.of(), forgotten.isEmpty());
    }
    int key = tally.by().indexOf(time);
    return new Counted(
        Group.merged(
            groups.stream()
                .map(group -> renamed(group, key, day -> Periods.code(time, day)))
                .toList()),
        origins,
        counted,
        forgotten,
        forgotten.stream().map(month -> Periods.code(time, month)).collect(Collectors.toSet()),
        true);
  }

  /** Who tells what happened between two days, both included: what left long ago is erased. */
  public FactPeriod period(LocalDate from, LocalDate to) {
    return FactPeriod.of(from, to, facts.headMap(firstOpen).keySet(), forgotten);
  }

  /**
   * The first day that it may be told of what happened: where files go further back than the base,
   * that of the first of them, though between the two some months may be told by nobody.
   */
  public LocalDate firstTold() {
    LocalDate known = forgotten.plusDays(1);
    return facts.isEmpty() || !facts.firstKey().isBefore(firstOpen)
        ? known
        : earliest(facts.firstKey(), known);
  }

  private static Group renamed(
      Group group, int key, java.util.function.Function<LocalDate, String> name) {
    List<String> keys = new ArrayList<>(group.keys());
    keys.set(key, name.apply(LocalDate.parse(keys.get(key))));
    return new Group(keys, group.count(), group.days());
  }
}
