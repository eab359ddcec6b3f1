package fr.toitcommun.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The command {@code benchmark}: measures what the project promises, on the demonstration data,
 * with application, database and load on the same machine.
 */
public final class Benchmark {
  private static final String LANDLORD = "bailleur.nantes";
  private static final String DESK = "guichet.nantes";
  private static final String MANAGER = "gestionnaire";
  private static final long SEED = 2006;
  private static final int WARM_UP = 1500;
  private static final int COUNT = 1000;
  private static final double CANDIDATES_LIMIT = 50;
  private static final double SEARCH_LIMIT = 60;
  private static final double DUPLICATES_LIMIT = 15;
  private static final double REGISTRATIONS = 150;
  private static final int REGISTERING_WARM_UP = 10;
  private static final int INSERTING_SECONDS = 10;
  private static final int REST_SECONDS = 10;
  private static final int START_LIMIT = 30;
  private static final int LOAD_LIMIT = 90;

  private final Options options;
  private final Report report = new Report();

  private Benchmark(Options options) {
    this.options = options;
  }

  /**
   * @param arguments see {@link Options#USAGE}
   */
  public static void main(String[] arguments) throws Exception {
    Options options;
    try {
      options = Options.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
      System.exit(1);
      return;
    }
    if (options == null) {
      System.out.print(Options.USAGE);
    } else {
      new Benchmark(options).run();
    }
  }

  private void run() throws SQLException, IOException, InterruptedException {
    report.note("Machine", machine());
    if (options.address() != null) {
      String url = System.getenv("TOITCOMMUN_DB_URL");
      if (url == null) {
        measure(options.address(), null);
      } else {
        try (Database database =
            new Database(
                url,
                System.getenv("TOITCOMMUN_DB_USER"),
                System.getenv("TOITCOMMUN_DB_PASSWORD"))) {
          measure(options.address(), database);
        }
      }
    } else {
      if (options.fresh()) {
        delete(options.data());
      }
      load();
      try (StartedApplication application = StartedApplication.on(options)) {
        Duration start = application.toReady();
        report.judge(
            "Start on existing data: database, server, application",
            "≤ " + START_LIMIT + " s",
            seconds(start),
            start.toSeconds() < START_LIMIT);
        TimeUnit.SECONDS.sleep(REST_SECONDS);
        report.note("Memory at rest", application.memory().toString());
        try (Database database = application.database()) {
          measure(application.address(), database);
        }
        report.note("Memory after", application.memory().toString());
      }
    }
    report.note(
        "Load of the machine at the end", Files.readString(Path.of("/proc/loadavg")).strip());
    report.print();
  }

  /** The first start fills the database; where it is filled, nothing is to be done. */
  private void load() {
    if (Files.exists(options.data().resolve("postgresql/toitcommun-ready"))) {
      return;
    }
    System.out.println("The demonstration is loaded.");
    try (StartedApplication application = StartedApplication.on(options)) {
      String loading = application.loading();
      if (loading != null) {
        long took = Long.parseLong(loading.replaceAll(".* in (\\d+) s", "$1"));
        report.judge(
            "Loading the demonstration", "≤ " + LOAD_LIMIT + " s", loading, took <= LOAD_LIMIT);
      }
      report.note("First start, with the loading", seconds(application.toReady()));
    }
  }

  private void measure(URI address, Database database) throws SQLException, IOException {
    Sample sample = new Sample(address);
    if (options.matching()) {
      new MatchingFigures(address, database, report).municipality(sample);
      matching(address, database);
      return;
    }
    if (options.observatory()) {
      observatory(address, database);
      return;
    }
    Invented names = new Invented(options.home(), SEED);
    if (database != null) {
      report.note(
          "Active demands", database.text("select count(*) from demand where status = 'ACTIVE'"));
    }
    report.note("Longest list of candidates measured", Long.toString(sample.mostCandidates()));
    System.out.println("Sessions are opened before: no figure holds the checking of a password.");

    List<String> candidates = sample.candidatePaths();
    ask(
        address,
        "Candidates of a dwelling with exact total",
        LANDLORD,
        CANDIDATES_LIMIT,
        (agent, number) -> agent.get(candidates.get(number % candidates.size())));
    List<String> misspelt = Stream.generate(names::misspelt).limit(WARM_UP + COUNT).toList();
    ask(
        address,
        "Search of a person by fuzzy name",
        DESK,
        SEARCH_LIMIT,
        (agent, number) -> agent.get("/api/v1/demands?q=" + Agent.encoded(misspelt.get(number))));
    List<String> forms = Stream.generate(names::form).limit(WARM_UP + COUNT).toList();
    ask(
        address,
        "Duplicate check of a new demand",
        DESK,
        DUPLICATES_LIMIT,
        (agent, number) -> agent.post("/api/v1/demands/duplicates", forms.get(number)));

    matching(address, database);
    if (database != null) {
      // Before anything is registered: people invented twice would count as found too many.
      report.attempt("Search for duplicates", () -> nights(address, database).duplicates(report));
    }

    Pages pages = new Pages(address, sample, names);
    report.attempt("Main pages", () -> pages.time(report));
    report.attempt("SQL statements of a page", () -> pages.countStatements(database, report));
    report.attempt(
        "Registration through the screen",
        () -> new ScreenRegistration(address).measure(database, report));
    report.attempt("Registrations", () -> register(address, database));
    if (options.address() == null) {
      URI management = URI.create("http://localhost:" + options.managementPort());
      report.attempt(
          "Uploads", () -> new Uploading(address, management, sample.demands()).measure(report));
    }
    if (database != null) {
      report.attempt(
          "Dossier of a session",
          () -> new SessionPrinting(Agent.ofPages(address, LANDLORD), database).measure(report));
      report.attempt("Renewal campaign", () -> nights(address, database).campaign(report));
      report.attempt(
          "Letters",
          () -> new LetterPrinting(Agent.ofPages(address, MANAGER), database).measure(report));
      report.attempt(
          "Extracts",
          () -> new Extracting(Agent.ofInterface(address, MANAGER), database).measure(report));
      observatory(address, database);
      report.attempt("Erasure", () -> nights(address, database).erasure(report));
    }
  }

  private void observatory(URI address, Database database) {
    Agent manager = Agent.ofInterface(address, MANAGER);
    Observing observing = new Observing(address, manager, report);
    report.attempt("Questions to the observatory", observing::questions);
    if (database != null) {
      report.attempt("Reports", () -> new Reporting(manager, database).measure(report));
    }
    report.attempt("Registrations beside", () -> observing.writesBeside(options));
  }

  private void matching(URI address, Database database) {
    if (database == null) {
      return;
    }
    MatchingFigures figures = new MatchingFigures(address, database, report);
    report.attempt("Candidates of an EPCI", figures::epci);
    report.attempt("Dwellings for a demand", figures::fitting);
    report.attempt("Scores", () -> figures.scores(nights(address, database)));
  }

  private static NightJobs nights(URI address, Database database) {
    return new NightJobs(Agent.ofPages(address, MANAGER), database);
  }

  private void ask(
      URI address,
      String what,
      String login,
      double limit,
      BiFunction<Agent, Integer, HttpRequest> requests) {
    for (int clients : new int[] {1, 4}) {
      Timings timings =
          new ClosedLoop(Agent.several(address, login, clients), requests).measure(WARM_UP, COUNT);
      report.judge(what + ", " + clients(clients), timings, limit);
    }
  }

  private void register(URI address, Database database) throws SQLException, IOException {
    Registering registering = new Registering(address, options);
    double rate = registering.sustain(REGISTERING_WARM_UP);
    report.judge(
        "Registrations, " + clients(Registering.CLIENTS) + ", " + options.seconds() + " s",
        "≥ " + Math.round(REGISTRATIONS) + "/s",
        String.format(Locale.ROOT, "%.0f/s; %s", rate, registering.timings()),
        rate >= REGISTRATIONS);
    int different = registering.numbers().size();
    report.judge(
        "Numbers answered",
        "all different",
        different + " different of " + registering.given(),
        different == registering.given());
    if (database == null) {
      return;
    }
    long whole = database.whole(registering.numbers());
    report.judge(
        "Numbers found whole in the database",
        "all",
        whole + " of " + different,
        whole == different);
    report.note(
        "Commits",
        "synchronous_commit "
            + database.text("show synchronous_commit")
            + ", fsync "
            + database.text("show fsync"));
    report.note(
        "One inserted row, durable, " + clients(Registering.CLIENTS),
        database.insertedRows().perSecond(Registering.CLIENTS, INSERTING_SECONDS));
  }

  /** A number of clients in words. */
  static String clients(int number) {
    return number == 1 ? "1 client" : number + " clients";
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  private static String machine() throws IOException {
    return Runtime.getRuntime().availableProcessors()
        + " processors, Java "
        + System.getProperty("java.version")
        + ", load before "
        + Files.readString(Path.of("/proc/loadavg")).strip();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found.forEach(all::add);
    }
    // The deepest first.
    for (int i = all.size() - 1; i >= 0; i--) {
      Files.delete(all.get(i));
    }
  }
}
