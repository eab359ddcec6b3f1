package fr.toitcommun.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Names, misspelt names and forms to ask and register with: of the names of the demonstration, as
 * often as they are borne there, and the same for the same seed.
 */
final class Invented {
  /** Municipalities of Loire-Atlantique, those most asked for first and more often. */
  static final List<String> MUNICIPALITIES =
      List.of("44109", "44184", "44162", "44143", "44114", "44190", "44215", "44020", "44047");

  private static final List<String> TYPES = List.of("T1", "T2", "T3", "T4", "T5");
  private static final int FIRST_YEAR = 1945;
  private static final int YEARS = 60;
  private static final int SHORTEST_MISSPELT = 4;

  private final List<String> surnames;
  private final List<String> givenNames;
  private final Random random;

  /**
   * @param home the project's folder, whose lists are read
   * @param seed equal seeds give equal names and forms
   */
  Invented(Path home, long seed) {
    Path lists =
        home.resolve("persistence/src/main/resources/fr/toitcommun/persistence/demonstration");
    surnames = column(lists.resolve("surnames.csv"), 1);
    givenNames = column(lists.resolve("given-names.csv"), -1);
    random = new Random(seed);
  }

  /** The first column; each value as often as the column of weights says, or once. */
  private static List<String> column(Path file, int weightColumn) {
    List<String> values = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
        String[] columns = line.split(";");
        int weight = weightColumn < 0 ? 1 : Math.max(1, Integer.parseInt(columns[weightColumn]));
        for (int i = 0; i < weight; i++) {
          values.add(columns[0]);
        }
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /**
   * A name as someone in a hurry types it: given name and surname, or in one of four the surname
   * alone.
   */
  String misspelt() {
    String surname = misspelt(one(surnames));
    return random.nextInt(4) == 0 ? surname : one(givenNames) + " " + surname;
  }

  /** One letter left out, doubled, changed, or two swapped; nobody errs in the shortest names. */
  private String misspelt(String name) {
    if (name.length() < SHORTEST_MISSPELT) {
      return name;
    }
    int at = 1 + random.nextInt(name.length() - 2);
    String before = name.substring(0, at);
    char letter = name.charAt(at);
    return switch (random.nextInt(4)) {
      case 0 -> before + name.substring(at + 1);
      case 1 -> before + letter + name.substring(at);
      case 2 -> before + "aeiounrst".charAt(random.nextInt(9)) + name.substring(at + 1);
      default -> before + name.charAt(at + 1) + letter + name.substring(at + 2);
    };
  }

  /** A valid form: one or two adults, up to three children, up to four municipalities. */
  String form() {
    StringBuilder json = new StringBuilder("{\"identityChecked\":true,\"applicant\":");
    String surname = one(surnames);
    json.append(signer(surname, ""));
    if (random.nextInt(3) == 0) {
      json.append(",\"coApplicants\":[")
          .append(signer(one(surnames), ",\"applicantLink\":\"C\""))
          .append(']');
    }
    json.append(",\"dependants\":[");
    int children = Math.max(0, random.nextInt(6) - 2);
    for (int i = 0; i < children; i++) {
      json.append(i == 0 ? "" : ",").append(child(surname));
    }
    String home = one(MUNICIPALITIES);
    json.append("],\"contact\":{\"addressLine\":\"3 rue des Lilas\",\"postalCode\":\"44000\",")
        .append("\"city\":\"Nantes\",\"municipalityCode\":\"" + home + "\"},")
        .append("\"currentHousing\":{\"tenure\":\"LP\",\"rent\":650,\"occupants\":2},")
        .append("\"motives\":{\"main\":\"09\",\"second\":\"13\"},")
        .append("\"sought\":{\"category\":\"I\",\"types\":[")
        .append(types())
        .append("],\"locations\":[")
        .append(locations())
        .append("],\"acceptsOtherLocations\":true,\"maximumRent\":700}}");
    return json.toString();
  }

  private String signer(String surname, String more) {
    int income = random.nextInt(30_000);
    return """
    {"civility":"%d","surname":"%s","givenName":"%s","birthDate":"%s","nationality":"1",\
    "familySituation":"U","phone":"0240000000","workContract":"CDI","employer":"Atelier du Sillon",\
    "taxIncomeN2":%d,"resources":[{"code":"SAL","amount":%d}]%s}\
    """
        .formatted(
            1 + random.nextInt(2), surname, one(givenNames), birth(), income, income / 12, more);
  }

  private LocalDate birth() {
    return LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(YEARS * 365));
  }

  private String child(String surname) {
    LocalDate birth = LocalDate.now().minusDays(30 + random.nextInt(15 * 365));
    return "{\"surname\":\"%s\",\"givenName\":\"%s\",\"birthDate\":\"%s\",\"kinship\":\"E\"}"
        .formatted(surname, one(givenNames), birth);
  }

  private String types() {
    int smallest = random.nextInt(TYPES.size() - 1);
    return "\"" + TYPES.get(smallest) + "\",\"" + TYPES.get(smallest + 1) + "\"";
  }

  private String locations() {
    int first = random.nextInt(MUNICIPALITIES.size());
    int count = 1 + random.nextInt(4);
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < count; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"municipalityCode\":\"")
          .append(MUNICIPALITIES.get((first + i) % MUNICIPALITIES.size()))
          .append("\"}");
    }
    return json.toString();
  }
}
