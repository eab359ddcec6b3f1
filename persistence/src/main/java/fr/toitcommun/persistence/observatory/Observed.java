package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.util.ArrayList;
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
  // A demand is erased from the base a year after it has left the file (R.441-2-8).
  private static final int KNOWN_MONTHS = 12;

  private final ObservedStore live;
  private final ObservedStore frozen;
  private final TreeMap<LocalDate, ObservatoryFile> stocks = new TreeMap<>();
  private final TreeMap<LocalDate, ObservatoryFile> facts = new TreeMap<>();
  private final LocalDate today;
  private final LocalDate firstOpen;

  /**
   * Both together.
   *
   * @param files the files that stand
   * @param openMonths months before this one whose facts the base still knows better
   */
  public Observed(
      ObservedStore live,
      ObservedStore frozen,
      List<ObservatoryFile> files,
      LocalDate today,
      int openMonths) {
    this.live = live;
    this.frozen = frozen;
    this.today = today;
    this.firstOpen = today.withDayOfMonth(1).minusMonths(openMonths);
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
   * @param untold periods of a series that no file tells
   * @param known whether it could be counted at all
   */
  record Counted(List<Group> groups, Set<FileOrigin> origins, Set<String> untold, boolean known) {}

  /**
   * The days that a question is about once brought to what is on file: of what stands, today or the
   * last snapshot on or before the day asked for; of what happens, by default the twelve months up
   * to today.
   */
  When resolved(Question question) {
    boolean stock = question.indicator().isStock();
    if (question.when().isNow()) {
      return stock && question.time() == null
          ? When.on(today)
          : When.from(today.minusYears(1).plusDays(1), today);
    }
    LocalDate to = question.when().to().isAfter(today) ? today : question.when().to();
    LocalDate from = question.when().from().isAfter(to) ? to : question.when().from();
    if (stock && question.time() == null) {
      return When.on(to.equals(today) ? today : snapshotOf(to).orElse(to));
    }
    return When.from(from, to);
  }

  private Optional<LocalDate> snapshotOf(LocalDate day) {
    return Optional.ofNullable(stocks.floorKey(day));
  }

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
      where.merge(
          part.axis(),
          part.codes(),
          (asked, own) -> own.stream().filter(asked::contains).collect(Collectors.toSet()));
    }
    Tally tally =
        new Tally(
            part.fact(),
            from,
            to,
            List.of(),
            axes,
            where,
            question.counting(),
            departements,
            waits);
    Axis time = axes.stream().filter(Axis::isTime).findFirst().orElse(null);
    if (part.moment() == Indicator.Moment.FLOW) {
      return flow(tally, time);
    }
    if (question.time() == null) {
      return stockOn(tally, dayOf(part.moment(), from, to));
    }
    return series(tally, part.moment(), question.time(), time);
  }

  private LocalDate dayOf(Indicator.Moment moment, LocalDate from, LocalDate to) {
    return switch (moment) {
      case BEGINNING -> from;
      case END -> to.isBefore(today) ? to.plusDays(1) : today;
      default -> to;
    };
  }

  private Counted stockOn(Tally tally, LocalDate day) {
    if (day.equals(today)) {
      return new Counted(live.count(tally.during(day, day)), Set.of(), Set.of(), true);
    }
    Optional<LocalDate> snapshot = snapshotOf(day);
    return snapshot
        .map(
            on ->
                new Counted(
                    frozen.count(tally.inSnapshots(List.of(on))),
                    EnumSet.of(stocks.get(on).origin()),
                    Set.of(),
                    true))
        .orElse(new Counted(List.of(), Set.of(), Set.of(), false));
  }

  /** Stocks at the beginnings of periods, or at their ends: the beginning of the next one. */
  private Counted series(Tally tally, Indicator.Moment moment, Axis step, Axis keyed) {
    Map<LocalDate, String> periods = new TreeMap<>();
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
      }
    }
    if (periods.isEmpty() || keyed == null) {
      return new Counted(List.of(), origins, untold, keyed != null);
    }
    List<Group> groups =
        frozen.count(tally.inSnapshots(List.copyOf(periods.keySet()))).stream()
            .map(group -> renamed(group, tally.by().indexOf(keyed), periods::get))
            .toList();
    return new Counted(Group.merged(groups), origins, untold, true);
  }

  private Counted flow(Tally tally, Axis time) {
    List<Group> groups = new ArrayList<>();
    Set<FileOrigin> origins = EnumSet.noneOf(FileOrigin.class);
    List<LocalDate> onFile = onFile(tally.from(), tally.to());
    List<LocalDate> forgotten = forgotten(tally.from(), tally.to());
    LocalDate liveFrom = tally.from();
    if (!onFile.isEmpty()) {
      LocalDate last = onFile.get(onFile.size() - 1).plusMonths(1).minusDays(1);
      LocalDate until = last.isAfter(tally.to()) ? tally.to() : last;
      groups.addAll(frozen.count(tally.during(tally.from(), until)));
      onFile.forEach(month -> origins.add(facts.get(month).origin()));
      liveFrom = until.plusDays(1);
    }
    if (!liveFrom.isAfter(tally.to())) {
      groups.addAll(live.count(tally.during(liveFrom, tally.to())));
    }
    if (time == null) {
      return new Counted(Group.merged(groups), origins, Set.of(), forgotten.isEmpty());
    }
    int key = tally.by().indexOf(time);
    return new Counted(
        Group.merged(
            groups.stream()
                .map(group -> renamed(group, key, day -> Periods.code(time, day)))
                .toList()),
        origins,
        forgotten.stream().map(month -> Periods.code(time, month)).collect(Collectors.toSet()),
        true);
  }

  private List<LocalDate> onFile(LocalDate from, LocalDate to) {
    return facts.keySet().stream()
        .filter(month -> month.isBefore(firstOpen))
        .filter(month -> !month.isAfter(to))
        .filter(month -> !month.plusMonths(1).minusDays(1).isBefore(from))
        .collect(Collectors.toList());
  }

  /**
   * Months that nobody tells what happened in, between two days: first days, in order. No file
   * tells them, and what left a year ago is erased from the base.
   */
  public List<LocalDate> forgotten(LocalDate from, LocalDate to) {
    List<LocalDate> onFile = onFile(from, to);
    LocalDate stillKnown = today.withDayOfMonth(1).minusMonths(KNOWN_MONTHS);
    List<LocalDate> forgotten = new ArrayList<>();
    for (LocalDate month = from.withDayOfMonth(1);
        month.isBefore(stillKnown) && !month.isAfter(to);
        month = month.plusMonths(1)) {
      if (!onFile.contains(month)) {
        forgotten.add(month);
      }
    }
    return forgotten;
  }

  private static Group renamed(
      Group group, int key, java.util.function.Function<LocalDate, String> name) {
    List<String> keys = new ArrayList<>(group.keys());
    keys.set(key, name.apply(LocalDate.parse(keys.get(key))));
    return new Group(keys, group.count(), group.days());
  }
}
