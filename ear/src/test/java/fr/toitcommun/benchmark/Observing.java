package fr.toitcommun.benchmark;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the observatory answers in which time, and what its questions cost those who register. */
final class Observing {
  private static final String API = "/api/v1/";
  private static final String FIGURES = "observatory/figures?";
  private static final double LIVE = 1000;
  private static final double SNAPSHOT = 100;
  private static final double TEN_YEARS = 2000;
  private static final double MAP = 1000;
  private static final double COUNTERS = 50;
  private static final double SLOWED_PERCENT = 5;
  private static final int PEOPLE = 10;
  private static final int PAUSE_SECONDS = 5;
  private static final int WARM_UP = 3;
  // The server's code is made faster for minutes.
  private static final int REGISTERING_WARM_UP_SECONDS = 150;
  private static final int TURNS = 3;
  private static final int MONTHS = 119;
  private static final List<String> DEPARTEMENTS = List.of("44", "49", "53", "56", "72", "85");
  private static final int CHOICES = (1 << DEPARTEMENTS.size()) - 1;
  private static final LocalDate FIRST_SNAPSHOT =
      LocalDate.now().withDayOfMonth(1).minusMonths(MONTHS + 1);
  private static final int COUNT = 20;

  private final URI address;
  private final Agent manager;
  private final Report report;

  Observing(URI address, Agent manager, Report report) {
    this.address = address;
    this.manager = manager;
    this.report = report;
  }

  /**
   * A question that many put, each about another day or period, so that none is told what another
   * was told.
   *
   * @param path its address with the number of who asks filled in
   * @param limit milliseconds
   */
  private record Asked(String name, IntFunction<String> path, double limit) {
    static Asked same(String path, double limit) {
      return new Asked(path.replaceFirst("^observatory/", ""), number -> path, limit);
    }

    /** The address, from the interface's own on. */
    String at(int number) {
      return API + path.apply(number);
    }
  }

  /** Questions to the live base, to a snapshot and to ten years, a map, and the counters. */
  void questions() {
    for (Asked asked : asked()) {
      report.judge(
          "Observatory, " + asked.name(),
          new ClosedLoop(List.of(manager), (agent, number) -> agent.get(asked.at(number)))
              .measure(WARM_UP, COUNT),
          asked.limit());
    }
    report.judge(
        "Counters of Home",
        new ClosedLoop(List.of(manager), (agent, number) -> agent.get(API + "counters"))
            .measure(WARM_UP, COUNT),
        COUNTERS);
  }

  private static List<Asked> asked() {
    List<Asked> all = new ArrayList<>();
    for (String live :
        List.of(
            "indicator=ACTIVE&rows=AGE&columns=TRANSFER",
            "indicator=ACTIVE&rows=MUNICIPALITY&columns=TRANSFER",
            "indicator=ACTIVE&rows=EPCI&counting=ANY",
            "indicator=SENIORITY_MEDIAN&rows=TYPE",
            "indicator=SATISFIED&rows=AGE&columns=TRANSFER",
            "indicator=TENSION&rows=EPCI")) {
      all.add(Asked.same(FIGURES + live, LIVE));
    }
    for (String snapshot :
        List.of(
            "indicator=ACTIVE&rows=AGE&columns=TRANSFER",
            "indicator=ACTIVE&rows=EPCI&columns=TENURE")) {
      all.add(
          new Asked(
              "figures?" + snapshot + ", on one of 120 days",
              number -> FIGURES + snapshot + period(month(number), month(number)),
              SNAPSHOT));
    }
    for (String tenYears :
        List.of(
            "indicator=ACTIVE&rows=MONTH&columns=AGE",
            "indicator=SATISFIED&rows=MONTH&columns=TYPE",
            "indicator=TENSION&rows=YEAR")) {
      all.add(
          new Asked(
              "figures?" + tenYears + ", ten years of some départements",
              number ->
                  FIGURES
                      + tenYears
                      + period(month(number / CHOICES), month(MONTHS))
                      + departements(number),
              TEN_YEARS));
    }
    all.add(Asked.same("observatory/map?indicator=ACTIVE&rows=MUNICIPALITY&format=SVG", MAP));
    return all;
  }

  /** All départements, then some, another choice for each number until all have been had. */
  private static String departements(int number) {
    int choice = CHOICES - number % CHOICES;
    return IntStream.range(0, DEPARTEMENTS.size())
        .filter(one -> (choice >> one & 1) == 1)
        .mapToObj(DEPARTEMENTS::get)
        .collect(Collectors.joining(",", "&f.DEPARTEMENT=", ""));
  }

  private static LocalDate month(int number) {
    return FIRST_SNAPSHOT.plusMonths(number % (MONTHS + 1));
  }

  private static String period(LocalDate from, LocalDate to) {
    return "&from=" + from + "&to=" + to;
  }

  /**
   * How much slower demands are registered while ten people read figures, each some seconds after
   * the last answer: by turns with times when nobody does, after the server has warmed up.
   */
  void writesBeside(Options options) {
    registered(options, REGISTERING_WARM_UP_SECONDS);
    List<Double> alone = new ArrayList<>(List.of(registered(options, 0)));
    List<Double> beside = new ArrayList<>();
    // Those before were asked for their times.
    AtomicInteger next = new AtomicInteger(WARM_UP + COUNT);
    for (int turn = 0; turn < TURNS; turn++) {
      beside.add(besidePeople(options, next));
      alone.add(registered(options, 0));
    }
    double slowed = (1 - mean(beside) / mean(alone)) * 100;
    report.judge(
        "Registrations while " + PEOPLE + " people question the observatory",
        String.format(Locale.ROOT, "slowed by < %.0f %%", SLOWED_PERCENT),
        String.format(
            Locale.ROOT,
            "%.0f/s beside (%s), %.0f/s alone (%s): %.1f %%",
            mean(beside),
            each(beside),
            mean(alone),
            each(alone),
            slowed),
        slowed < SLOWED_PERCENT);
  }

  private static double mean(List<Double> rates) {
    return rates.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static String each(List<Double> rates) {
    return rates.stream()
        .map(rate -> String.format(Locale.ROOT, "%.0f", rate))
        .collect(Collectors.joining(", "));
  }

  private double registered(Options options, int warmUpSeconds) {
    return new Registering(address, options).sustain(warmUpSeconds);
  }

  private double besidePeople(Options options, AtomicInteger next) {
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    List<Asked> questions = asked();
    List<Future<?>> asking = new ArrayList<>();
    try {
      for (int i = 0; i < PEOPLE; i++) {
        asking.add(
            people.submit(
                () -> {
                  while (!enough.get()) {
                    TimeUnit.MILLISECONDS.sleep(
                        ThreadLocalRandom.current().nextLong(PAUSE_SECONDS * 2000L));
                    Asked one =
                        questions.get(ThreadLocalRandom.current().nextInt(questions.size()));
                    String path = one.at(next.getAndIncrement());
                    manager.mustBe(200, manager.send(manager.get(path)));
                  }
                  return null;
                }));
      }
      double rate = registered(options, 0);
      if (asking.stream().anyMatch(Future::isDone)) {
        throw new IllegalStateException("Not everyone was answered to the end");
      }
      return rate;
    } finally {
      enough.set(true);
      people.shutdownNow();
    }
  }
}
