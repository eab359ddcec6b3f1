package fr.toitcommun.benchmark;

import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The main pages: how long the server takes for one, and how many statements it sends. */
final class Pages {
  private static final String LANDLORD = "bailleur.nantes";
  private static final int WARM_UP = 150;
  private static final int COUNT = 200;
  private static final double LIMIT = 250;
  private static final int COMPARED = 8;

  private final URI address;
  private final Map<String, List<String>> pages = new LinkedHashMap<>();

  /**
   * @param sample demands and vacancies that are there
   */
  Pages(URI address, Sample sample, Invented names) {
    this.address = address;
    pages.put("home", List.of("/home.xhtml"));
    pages.put(
        "search result",
        sample.queries(names, 40).stream()
            .map(query -> "/find.xhtml?q=" + Agent.encoded(query))
            .toList());
    pages.put(
        "demand file",
        sample.demands().stream().map(number -> "/demand.xhtml?number=" + number).toList());
    pages.put(
        "candidates",
        sample.vacancies().stream().map(id -> "/candidates.xhtml?vacancy=" + id).toList());
  }

  /** Measures each kind of page, with one client and with four. */
  void time(Report report) {
    for (int clients : new int[] {1, 4}) {
      List<Agent> agents = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        agents.add(Agent.ofPages(address, LANDLORD));
      }
      pages.forEach(
          (kind, paths) -> {
            String what = "Page " + kind + ", " + Benchmark.clients(clients);
            ClosedLoop loop =
                new ClosedLoop(
                    agents, (agent, number) -> agent.get(paths.get(number % paths.size())));
            report.attempt(what, () -> report.judge(what, loop.measure(WARM_UP, COUNT), LIMIT));
          });
    }
  }

  /**
   * Counts the statements of several different pages of each kind: they must be as many.
   *
   * @param database null: it cannot be looked into
   */
  void countStatements(Database database, Report report) throws SQLException {
    if (database == null || !database.countsStatements()) {
      report.note("SQL statements of a page", "not counted: no pg_stat_statements to look at");
      return;
    }
    Agent agent = Agent.ofPages(address, LANDLORD);
    for (Map.Entry<String, List<String>> page : pages.entrySet()) {
      TreeSet<Long> counts = new TreeSet<>();
      int compared = Math.min(COMPARED, page.getValue().size());
      for (int i = 0; i < Math.max(2, compared); i++) {
        String path = page.getValue().get(i % page.getValue().size());
        agent.read(path);
        database.forgetStatements();
        agent.read(path);
        counts.add(database.statements());
      }
      report.judge(
          "SQL statements of page " + page.getKey(),
          "a constant",
          counts.size() == 1
              ? counts.first() + " (" + compared + " different compared)"
              : "from " + counts.first() + " to " + counts.last(),
          counts.size() == 1);
    }
  }
}
