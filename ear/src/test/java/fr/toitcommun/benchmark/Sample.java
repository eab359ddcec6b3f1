package fr.toitcommun.benchmark;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is there to ask for, learnt from the application itself. */
final class Sample {
  private static final String LANDLORD = "bailleur.nantes";
  private static final int VACANCIES = 30;
  private static final int DESCRIBED = 10;
  private static final Pattern VACANCY =
      Pattern.compile(
          "\\{[^{}]*?\"municipalityCode\"\\s*:\\s*\"(\\w+)\"[^{}]*?\"vacancyId\"\\s*:\\s*(\\d+)");
  private static final Pattern NUMBER = Pattern.compile("\"uniqueNumber\"\\s*:\\s*\"(\\w+)\"");
  private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");

  private final Agent landlord;
  private final List<String> vacancies;
  private final LinkedHashSet<String> demands = new LinkedHashSet<>();
  private long mostCandidates;

  Sample(URI address) {
    landlord = Agent.ofInterface(address, LANDLORD);
    vacancies = chooseVacancies();
    for (String path : candidatePaths()) {
      String answer = landlord.read(path);
      Matcher number = NUMBER.matcher(answer);
      while (number.find()) {
        demands.add(number.group(1));
      }
      Matcher total = TOTAL.matcher(answer);
      if (total.find()) {
        mostCandidates = Math.max(mostCandidates, Long.parseLong(total.group(1)));
      }
    }
  }

  /** Two of each of the biggest municipalities, then one of each other, then what comes. */
  private List<String> chooseVacancies() {
    Map<String, List<String>> byMunicipality = new LinkedHashMap<>();
    for (int offset = 0; offset < 500; offset += 100) {
      Matcher vacancy =
          VACANCY.matcher(landlord.read("/api/v1/vacancies?limit=100&offset=" + offset));
      while (vacancy.find()) {
        byMunicipality
            .computeIfAbsent(vacancy.group(1), any -> new ArrayList<>())
            .add(vacancy.group(2));
      }
    }
    Stream<String> biggest =
        Invented.MUNICIPALITIES.stream()
            .flatMap(code -> byMunicipality.getOrDefault(code, List.of()).stream().limit(2));
    Stream<String> others = byMunicipality.values().stream().map(list -> list.get(0));
    Stream<String> rest = byMunicipality.values().stream().flatMap(Collection::stream);
    return Stream.of(biggest, others, rest)
        .flatMap(part -> part)
        .distinct()
        .limit(VACANCIES)
        .toList();
  }

  /** Vacant dwellings of the landlord, those of the biggest municipalities first. */
  List<String> vacancies() {
    return vacancies;
  }

  /** Numbers of demands that are candidates of these dwellings. */
  List<String> demands() {
    return List.copyOf(demands);
  }

  /** The longest list of candidates among them. */
  long mostCandidates() {
    return mostCandidates;
  }

  /** Where the candidates of vacant dwellings and of dwellings only described are. */
  List<String> candidatePaths() {
    List<String> paths = new ArrayList<>();
    vacancies.forEach(id -> paths.add("/api/v1/vacancies/" + id + "/candidates"));
    for (int i = 0; i < DESCRIBED; i++) {
      paths.add(
          "/api/v1/candidates?municipality=%s&type=T%d&scheme=%s"
              .formatted(
                  Invented.MUNICIPALITIES.get(i / 2), 2 + i % 2, i % 4 < 2 ? "PLUS" : "PLAI"));
    }
    return paths;
  }

  /** Misspelt names that find somebody. */
  List<String> queries(Invented names, int count) {
    List<String> queries = new ArrayList<>();
    while (queries.size() < count) {
      String query = names.misspelt();
      if (landlord.read("/api/v1/demands?q=" + Agent.encoded(query)).contains("\"uniqueNumber\"")) {
        queries.add(query);
      }
    }
    return queries;
  }
}
