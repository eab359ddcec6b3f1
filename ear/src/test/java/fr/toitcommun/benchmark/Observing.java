package fr.toitcommun.benchmark;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the observatory answers in which time, and what its questions cost those who register. */
final class Observing {
  private static final String FIGURES = "/api/v1/observatory/figures?";
  private static final double LIVE = 1000;
  private static final double SNAPSHOT = 100;
  private static final double TEN_YEARS = 2000;
  private static final double MAP = 1000;
  private static final double SLOWED_PERCENT = 5;
  private static final int PEOPLE = 10;
  private static final int PAUSE_SECONDS = 5;
  private static final int WARM_UP = 3;
  private static final int REGISTERING_WARM_UP_SECONDS = 25;
  private static final int COUNT = 20;

  private final URI address;
  private final Agent manager;
  private final Report report;

  Observing(URI address, Agent manager, Report report) {
    this.address = address;
    this.manager = manager;
    this.report = report;
  }

  /** Questions to the live base, to a snapshot and to ten years, and a map of municipalities. */
  void questions() {
    limits()
        .forEach(
            (path, limit) ->
                report.judge(
                    "Observatory, " + path.replaceFirst("^/api/v1/observatory/", ""),
                    new ClosedLoop(List.of(manager), (agent, number) -> agent.get(path))
                        .measure(WARM_UP, COUNT),
                    limit));
  }

  private static Map<String, Double> limits() {
    Map<String, Double> limits = new LinkedHashMap<>();
    for (String live :
        List.of(
            "indicator=ACTIVE&rows=AGE&columns=TRANSFER",
            "indicator=ACTIVE&rows=MUNICIPALITY&columns=TRANSFER",
            "indicator=ACTIVE&rows=EPCI&counting=ANY",
            "indicator=SENIORITY_MEDIAN&rows=TYPE",
            "indicator=SATISFIED&rows=AGE&columns=TRANSFER",
            "indicator=TENSION&rows=EPCI")) {
      limits.put(FIGURES + live, LIVE);
    }
    limits.put(
        FIGURES + "indicator=ACTIVE&rows=AGE&columns=TRANSFER&from=2025-01-01&to=2025-01-01",
        SNAPSHOT);
    limits.put(
        FIGURES + "indicator=ACTIVE&rows=EPCI&columns=TENURE&from=2024-01-01&to=2024-01-01",
        SNAPSHOT);
    for (String tenYears :
        List.of(
            "indicator=ACTIVE&rows=MONTH&columns=AGE&from=2016-12-01&to=2026-11-30",
            "indicator=SATISFIED&rows=MONTH&columns=TYPE&from=2016-12-01&to=2026-11-30",
            "indicator=TENSION&rows=YEAR&from=2017-01-01&to=2025-12-31")) {
      limits.put(FIGURES + tenYears, TEN_YEARS);
    }
    limits.put("/api/v1/observatory/map?indicator=ACTIVE&rows=MUNICIPALITY&format=SVG", MAP);
    return limits;
  }

  /**
   * How much slower demands are registered while ten people read figures, each some seconds after
   * the last answer; before and after nobody does.
   */
  void writesBeside(Options options) {
    double before = registered(options);
    double beside = besidePeople(options);
    double after = registered(options);
    double alone = (before + after) / 2;
    double slowed = (1 - beside / alone) * 100;
    report.judge(
        "Registrations while " + PEOPLE + " people question the observatory",
        String.format(Locale.ROOT, "slowed by < %.0f %%", SLOWED_PERCENT),
        String.format(
            Locale.ROOT,
            "%.0f/s beside, %.0f/s and %.0f/s alone: %.1f %%",
            beside,
            before,
            after,
            slowed),
        slowed < SLOWED_PERCENT);
  }

  private double registered(Options options) {
    return new Registering(address, options).sustain(REGISTERING_WARM_UP_SECONDS);
  }

  private double besidePeople(Options options) {
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    List<String> paths = new ArrayList<>(limits().keySet());
    List<Future<?>> asking = new ArrayList<>();
    try {
      for (int i = 0; i < PEOPLE; i++) {
        asking.add(
            people.submit(
                () -> {
                  while (!enough.get()) {
                    TimeUnit.MILLISECONDS.sleep(
                        ThreadLocalRandom.current().nextLong(PAUSE_SECONDS * 2000L));
                    String path = paths.get(ThreadLocalRandom.current().nextInt(paths.size()));
                    manager.mustBe(200, manager.send(manager.get(path)));
                  }
                  return null;
                }));
      }
      double rate = registered(options);
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
