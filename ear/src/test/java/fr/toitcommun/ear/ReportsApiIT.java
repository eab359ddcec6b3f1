package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
    Map<String, String> entries = entries(odt);
    assertThat(entries.get("mimetype")).isEqualTo("application/vnd.oasis.opendocument.text");
    assertThat(entries.get("content.xml")).contains(title).contains("table:table-header-rows");
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

  private static Map<String, String> entries(byte[] zipped) throws Exception {
    Map<String, String> entries = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
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
}
