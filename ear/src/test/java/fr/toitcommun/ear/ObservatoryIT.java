package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static fr.toitcommun.ear.Calls.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import fr.toitcommun.persistence.demonstration.Demonstration;
import fr.toitcommun.persistence.observatory.Indicator;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The observatory as systems see it: one figure wherever it stands, nobody's name, its rights. */
class ObservatoryIT extends ApiTest {
  private static final String FIGURES = "/observatory/figures?indicator=";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Those whose figures the demonstration has enough demands for in some EPCI. */
  private static final Set<Indicator> LARGE =
      EnumSet.of(
          Indicator.ACTIVE,
          Indicator.TRANSFERS,
          Indicator.TRANSFER_SHARE,
          Indicator.SENIORITY_MEAN,
          Indicator.REGISTERED,
          Indicator.SATISFIED,
          Indicator.TENSION,
          Indicator.DELAY_MEAN,
          Indicator.PRESSURE);

  @Test
  void everyPartnerSeesFigures() {
    for (String login : Demonstration.ACCOUNTS) {
      as(login)
          .get(FIGURES + "ACTIVE&rows=AGE")
          .then()
          .statusCode(200)
          .body("total", notNullValue());
    }
  }

  @Test
  void statisticsPartnersSeeTheSameFiguresAsThoseWhoSeeNames() {
    String question = FIGURES + "ACTIVE&rows=EPCI&columns=TYPE&f.DEPARTEMENT=44";
    Response landlord = as("bailleur.nantes").get(question);
    Response agency = as("adil.44").get(question);
    assertThat(agency.asString()).isEqualTo(landlord.asString());
    List<List<Map<String, Object>>> cells = agency.path("cells");
    assertThat(cells.stream().flatMap(List::stream))
        .anyMatch(cell -> Boolean.TRUE.equals(cell.get("secret")))
        .allMatch(
            cell ->
                cell.get("value") == null
                    || ((Number) cell.get("value")).intValue() == 0
                    || ((Number) cell.get("value")).intValue() >= 11);
  }

  @ParameterizedTest
  @EnumSource(Indicator.class)
  void aFigureIsTheSameInEachOutlet(Indicator indicator) throws IOException {
    awaitHistory();
    String question = onOneDate(indicator);
    Map<String, Double> figures = byCode(question);
    if (LARGE.contains(indicator)) {
      assertThat(figures).as("told of %s", indicator).isNotEmpty();
    }
    Map<String, Double> mapped = onMap(question);
    // A map gives one decimal, and nought where an answer has no row.
    mapped.forEach(
        (code, value) ->
            assertThat(value).as(code).isCloseTo(figures.getOrDefault(code, 0d), within(0.051)));
    assertThat(mapped.keySet())
        .as("shapes of %s with their figure", indicator)
        .containsAll(figures.keySet().stream().filter(code -> !code.equals("?")).toList());
    Map<String, Double> extracted = inExtract(question);
    assertThat(extracted.keySet()).as("extract of %s", indicator).isEqualTo(figures.keySet());
    // An extract gives two decimals.
    figures.forEach(
        (code, value) -> assertThat(extracted.get(code)).as(code).isCloseTo(value, within(0.0051)));
  }

  /** What stands on the first day of 2026, what happened in 2025. */
  static String onOneDate(Indicator indicator) {
    return "indicator="
        + indicator
        + "&rows=EPCI&from="
        + (indicator.isStock() ? "2026-01-01&to=2026-01-01" : "2025-01-01&to=2025-12-31");
  }

  @Test
  void aReportTellsTheFigureOfTheInterface() throws IOException {
    awaitHistory();
    double active =
        as("gestionnaire")
            .get(FIGURES + "ACTIVE&from=2025-12-31&to=2026-01-01")
            .<Number>path("cells[0][0].value")
            .doubleValue();
    assertThat(active).isPositive();
    try (InputStream in =
            as("gestionnaire")
                .get("/observatory/reports/YEARLY?year=2025&format=pdf")
                .then()
                .statusCode(200)
                .extract()
                .asInputStream();
        var pdf = Loader.loadPDF(in.readAllBytes())) {
      String text = new PDFTextStripper().getText(pdf).replaceAll("[\u00a0\u202f]", " ");
      String written =
          NumberFormat.getIntegerInstance(Locale.FRANCE)
              .format(active)
              .replaceAll("[\u00a0\u202f]", " ");
      assertThat(text).contains(written);
    }
  }

  /** A demonstration writes its past beside its first minutes. */
  private static void awaitHistory() {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (as("gestionnaire").get("/observatory/files").<List<?>>path("$").size() < 241) {
      assertThat(System.nanoTime()).as("patience").isLessThan(until);
    }
  }

  private static Map<String, Double> byCode(String question) {
    Response answer = as("gestionnaire").get("/observatory/figures?" + question);
    List<String> codes = answer.then().statusCode(200).extract().path("rows.code");
    List<List<Map<String, Object>>> cells = answer.path("cells");
    Map<String, Double> figures = new HashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      Number value = (Number) cells.get(i).get(0).get("value");
      if (value != null) {
        figures.put(codes.get(i), value.doubleValue());
      }
    }
    return figures;
  }

  /** The territories of the map that say their figure. */
  private static Map<String, Double> onMap(String question) {
    String svg =
        as("gestionnaire")
            .accept("image/svg+xml")
            .get("/observatory/map?" + question)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    Matcher told =
        Pattern.compile("data-code=\"(\\d{9})\"[^>]*><title>[^<]*\u00a0: ([0-9 \u00a0\u202f,]+)")
            .matcher(svg);
    Map<String, Double> figures = new HashMap<>();
    while (told.find()) {
      figures.put(
          told.group(1),
          Double.valueOf(told.group(2).replaceAll("[ \u00a0\u202f]", "").replace(',', '.')));
    }
    return figures;
  }

  private static Map<String, Double> inExtract(String question) {
    String address =
        sending(
                "gestionnaire",
                Map.of("name", "Chiffres", "kind", "TABLE", "format", "CSV", "question", question))
            .post("/observatory/extracts")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    String one = "/observatory/extracts" + address.substring(address.lastIndexOf('/'));
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!"READY".equals(as("gestionnaire").get(one).path("state"))) {
      assertThat(System.nanoTime()).as("patience").isLessThan(until);
    }
    List<String[]> lines =
        as("gestionnaire")
            .get(one + "/content")
            .asString()
            .replace("\uFEFF", "")
            .lines()
            .map(line -> line.split(";"))
            .toList();
    // An account keeps some extracts, not one of each indicator.
    as("gestionnaire").delete(one).then().statusCode(204);
    List<String> headings = List.of(lines.get(0));
    int code = headings.indexOf("epci");
    int value = headings.indexOf("valeur");
    assertThat(code).as("%s", headings).isNotNegative();
    Map<String, Double> figures = new HashMap<>();
    for (String[] line : lines.subList(1, lines.size())) {
      if (line.length > value && line[code].matches("\\d{9}|\\?") && !line[value].isEmpty()) {
        figures.put(line[code], Double.valueOf(line[value].replace(',', '.')));
      }
    }
    return figures;
  }

  @Test
  void aLongAnswerIsGivenInPartsAndAHugeOneIsRefusedWithItsSize() {
    String question = FIGURES + "ACTIVE&rows=MUNICIPALITY";
    Response whole = as("adil.44").get(question);
    int all = whole.path("rowCount");
    assertThat(whole.<List<?>>path("rows")).hasSize(all);
    Response part = as("adil.44").get(question + "&offset=2&limit=3");
    assertThat(part.<List<String>>path("rows.code"))
        .isEqualTo(whole.<List<String>>path("rows.code").subList(2, 5));
    assertThat(part.<List<?>>path("cells")).hasSize(3);
    assertThat(part.<Object>path("total")).isEqualTo(whole.path("total"));
    assertThat(part.<Integer>path("rowCount")).isEqualTo(all);
    String huge = FIGURES + "ACTIVE&rows=RESIDENCE&columns=MUNICIPALITY";
    as("gestionnaire")
        .get(huge)
        .then()
        .statusCode(422)
        .body("faults.field", hasItems("limit"))
        .body("faults.code", hasItems("ANSWER_TOO_LARGE"));
    as("gestionnaire").get(huge + "&limit=5").then().statusCode(200).body("rows", hasSize(5));
  }

  @Test
  void aDayThatNobodyTellsIsNotKnown() {
    as("adil.44")
        .get(FIGURES + "ACTIVE&rows=EPCI&from=2010-01-01&to=2010-01-01")
        .then()
        .statusCode(200)
        .body("known", equalTo(false))
        .body("live", equalTo(false))
        .body("untold", equalTo(List.of("2010-01-01")));
    as("adil.44")
        .get(FIGURES + "ACTIVE")
        .then()
        .body("known", equalTo(true))
        .body("live", equalTo(true))
        .body("untold", equalTo(List.of()));
  }

  @Test
  void whatCannotBeAskedIsNamedAtItsParameter() {
    as("adil.44")
        .get(FIGURES + "ACTIVE&rows=COLOUR&from=yesterday")
        .then()
        .statusCode(422)
        .body("faults.field", hasItems("rows", "from"));
  }

  @Test
  void everyIndicatorHasItsDefinitionInBothLanguages() {
    for (String language : List.of("fr", "en")) {
      as("adil.44")
          .header("Accept-Language", language)
          .get("/observatory/indicators")
          .then()
          .statusCode(200)
          .body("definition", everyItem(notNullValue()));
    }
    as("adil.44")
        .header("Accept-Language", "en")
        .get("/observatory/indicators")
        .then()
        .body("[0].name", equalTo("Active demands"));
  }
}
