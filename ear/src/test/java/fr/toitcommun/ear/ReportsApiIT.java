package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static fr.toitcommun.ear.Calls.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports through the interface for systems: each kind in both formats, and whose they are. */
class ReportsApiIT extends ApiTest {
  private static ValidatableResponse report(String login, String query) {
    return as(login).get("/observatory/reports/" + query).then();
  }

  @ParameterizedTest
  @CsvSource({
    "YEARLY?territory=44, Bilan annuel",
    "TERRITORY?territory=244400404, Profil de la demande",
    "PARTNER, Rapport",
    "COLLECTIVE, accords collectifs",
    "THEME?axis=SENIORITY, Fiche th"
  })
  void eachKindIsPaperAndTextToGoOnIn(String query, String title) throws Exception {
    byte[] pdf =
        report("guichet.nantes", query)
            .statusCode(200)
            .contentType("application/pdf")
            .header("Content-Disposition", containsString(".pdf\""))
            .extract()
            .asByteArray();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains(title).contains("Source");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
    }
    byte[] odt =
        report("guichet.nantes", query + (query.contains("?") ? "&" : "?") + "format=odt")
            .statusCode(200)
            .contentType("application/vnd.oasis.opendocument.text")
            .extract()
            .asByteArray();
    Map<String, byte[]> entries = Zipped.entries(odt);
    assertThat(entries.get("mimetype"))
        .asString()
        .isEqualTo("application/vnd.oasis.opendocument.text");
    assertThat(entries.get("content.xml"))
        .asString(StandardCharsets.UTF_8)
        .contains(title)
        .contains("table:table-header-rows");
    assertThat(entries.keySet()).anyMatch(name -> name.endsWith(".svg"));
  }

  @Test
  void itsFiguresAreThoseOfTheObservatory() throws Exception {
    Number active =
        as("guichet.nantes")
            .get("/observatory/figures?indicator=ACTIVE&f.DEPARTEMENT=44")
            .then()
            .statusCode(200)
            .extract()
            .path("cells[0][0].value");
    byte[] pdf =
        report("guichet.nantes", "YEARLY?territory=44&year=" + LocalDate.now().getYear())
            .statusCode(200)
            .extract()
            .asByteArray();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Matcher told =
          Pattern.compile("Le fichier compte ([\\d ]+) demandes en cours")
              .matcher(
                  new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0\\u202f]+", " "));
      assertThat(told.find()).isTrue();
      assertThat(told.group(1).replaceAll("\\D", "")).isEqualTo(active.longValue() + "");
      assertThat(active.longValue()).isPositive();
    }
  }

  @Test
  void whoHasStatisticsOnlyHasReports() {
    report("adil.44", "YEARLY").statusCode(200);
    report("commune.sans-guichet", "COLLECTIVE?format=odt").statusCode(200);
  }

  @Test
  void anotherPartnersActivityIsTheManagersAlone() {
    report("guichet.nantes", "PARTNER?partner=1")
        .statusCode(422)
        .body("faults.field", contains("partner"));
    report("gestionnaire", "PARTNER?partner=2").statusCode(200);
    report("gestionnaire", "PARTNER?partner=999999")
        .statusCode(422)
        .body("faults.field", contains("partner"));
  }

  @Test
  void everyFaultIsNamed() {
    report("adil.44", "THEME?year=1990&territory=999&axis=NOTHING&format=doc")
        .statusCode(422)
        .body("faults.field", contains("format", "year", "territory", "axis"));
    report("adil.44", "UNKNOWN").statusCode(422).body("faults.field", contains("kind"));
  }

  @Test
  void aCollectionIsTakenOnFollowedAndFetched() throws Exception {
    String extracts = "/observatory/extracts";
    String address =
        sending(
                "commune.sans-guichet",
                Map.of(
                    "name",
                    "Profils",
                    "kind",
                    "REPORTS",
                    "format",
                    "PDF",
                    "reports",
                    Map.of("kind", "TERRITORY", "level", "DEPARTEMENT")))
            .post(extracts)
            .then()
            .statusCode(202)
            .body("kind", equalTo("REPORTS"))
            .extract()
            .header("Location");
    String one = extracts + address.substring(address.lastIndexOf('/'));
    Calls.over("commune.sans-guichet", one)
        .then()
        .body("state", equalTo("READY"))
        .body("rowsDone", equalTo(1));
    byte[] zipped =
        as("commune.sans-guichet")
            .get(one + "/content")
            .then()
            .statusCode(200)
            .contentType("application/zip")
            .extract()
            .asByteArray();
    assertThat(Zipped.entries(zipped).keySet())
        .anyMatch(name -> name.matches("territory-20\\d\\d-loire-atlantique-44\\.pdf"))
        .contains("sommaire.csv");
    as("commune.sans-guichet").delete(one).then().statusCode(204);
  }

  @Test
  void everyFaultOfACollectionIsNamed() {
    sending(
            "adil.44",
            Map.of(
                "kind",
                "REPORTS",
                "format",
                "XLSX",
                "reports",
                Map.of("kind", "PARTNER", "year", 1990, "within", "49")))
        .post("/observatory/extracts")
        .then()
        .statusCode(422)
        .body(
            "faults.field",
            hasItems(
                "name",
                "format",
                "reports.kind",
                "reports.year",
                "reports.within",
                "reports.level"));
    sending("adil.44", Map.of("kind", "REPORTS", "name", "x", "format", "PDF"))
        .post("/observatory/extracts")
        .then()
        .statusCode(422)
        .body("faults.field", contains("reports"));
  }
}
