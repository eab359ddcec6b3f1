package fr.toitcommun.ejb.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** A map on paper: accessible, lasting, and drawn in lines and surfaces. */
class MapDocumentsTest {
  private static final String DRAWING =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\" width=\"100\""
          + " height=\"50\" role=\"group\" aria-labelledby=\"t\"><title id=\"t\">Demandes</title>"
          + "<defs><pattern id=\"h\" width=\"14\" height=\"14\" patternUnits=\"userSpaceOnUse\">"
          + "<rect width=\"4\" height=\"14\" fill=\"#7d8b90\"/></pattern></defs>"
          + "<g fill=\"#12515b\"><path data-code=\"1\" d=\"M10 10l50 0 0 50-50 0z\"/></g>"
          + "<g fill=\"url(#h)\"><path data-code=\"2\" d=\"M80 10l50 0 0 50-50 0z\"/></g></svg>";

  /** What a map's view looks like to the template. */
  public record View(
      String title,
      String subtitle,
      List<String> facts,
      String note,
      String source,
      String description,
      List<Picture> pictures,
      List<String> columns,
      List<Row> rows,
      List<String> withoutShape) {}

  public record Picture(String label, String svg, String description, Legend legend) {}

  public record Legend(List<Line> lines) {}

  public record Line(String sign, String fill, String text, int count) {}

  public record Row(String name, List<Value> values) {}

  public record Value(String text) {}

  @Test
  void aMapIsPrintedWithLegendAndTable() throws Exception {
    View view =
        new View(
            "Demandes actives",
            "Par EPCI, ensemble",
            List.of("Type de logement : T2"),
            "Demandes en cours de validité.",
            "Source : fichier partagé.",
            "2 territoires sur 2 ont une valeur.",
            List.of(
                new Picture(
                    "",
                    DRAWING,
                    "2 territoires",
                    new Legend(
                        List.of(
                            new Line("CLASS", "#12515b", "10 à 20", 1),
                            new Line("SECRET", "", "Secret statistique", 1))))),
            List.of("Territoire", "Demandes actives"),
            List.of(
                new Row("Nantes <Métropole>", List.of(new Value("12"))),
                new Row("Redon", List.of(new Value("Secret statistique")))),
            List.of());
    byte[] pdf = DocumentDatabase.started().mapDocuments().map(view, "fr");
    PrintedText printed = PrintedText.of(pdf, "map");
    assertThat(printed.text())
        .contains(
            "Demandes actives",
            "Par EPCI, ensemble",
            "Type de logement : T2",
            "10 à 20",
            "Secret statistique")
        .contains("Nantes <Métropole> 12", "2 territoires sur 2");
    assertThat(printed.tagged()).isTrue();
    assertThat(printed.title()).isEqualTo("Demandes actives – Par EPCI, ensemble");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDPage first = document.getPage(0);
      assertThat(first.getMediaBox().getWidth()).isGreaterThan(first.getMediaBox().getHeight());
      // Vectors: nothing on the page is a picture made of points.
      for (COSName name : first.getResources().getXObjectNames()) {
        assertThat(first.getResources().isImageXObject(name)).isFalse();
      }
    }
  }

  @Test
  void everyRowOfALongTableIsPrintedAndWhatHasNoShapeIsNamed() throws Exception {
    // As many as the municipalities with shapes that the specification asks for.
    int rows = 1477;
    byte[] pdf = DocumentDatabase.started().mapDocuments().map(ofPlaces(rows), "fr");
    assertThat(PrintedText.of(pdf, "map-long").text())
        .contains("Saint-Bourg-sur-Mer n° 1 ", "Saint-Bourg-sur-Mer n° " + rows)
        .doesNotContain("premiers territoires")
        .contains("Sans contour, donc pas sur la carte : Bourg-Haut, L’Îlot");
  }

  @Test
  void ofANationTheFirstRowsArePrintedAndWhereTheOthersAreIsSaid() throws Exception {
    MapDocuments documents = DocumentDatabase.started().mapDocuments();
    View nation = ofPlaces(MapDocuments.MOST_ROWS + 1);
    assertThat(PrintedText.of(documents.map(nation, "fr"), "map-nation").text())
        .contains("Saint-Bourg-sur-Mer n° " + MapDocuments.MOST_ROWS + " ")
        .doesNotContain("Saint-Bourg-sur-Mer n° " + (MapDocuments.MOST_ROWS + 1))
        .contains("Les 3 000 premiers territoires sur 3 001.", "page « Extractions »");
    assertThat(PrintedText.of(documents.map(nation, "en"), "map-nation").text())
        .contains("The first 3,000 of 3,001 territories.", "page “Extracts”");
  }

  private static View ofPlaces(int rows) {
    return new View(
        "Demandes actives",
        "Par commune",
        List.of(),
        "Note.",
        "Source : fichier partagé.",
        "Toutes.",
        List.of(),
        List.of("Territoire", "2025", "2026", "Évolution"),
        IntStream.rangeClosed(1, rows)
            .mapToObj(
                i ->
                    new Row(
                        "Saint-Bourg-sur-Mer n° " + i,
                        Collections.nCopies(3, new Value("1 234 demandes"))))
            .toList(),
        List.of("Bourg-Haut", "L’Îlot"));
  }
}
