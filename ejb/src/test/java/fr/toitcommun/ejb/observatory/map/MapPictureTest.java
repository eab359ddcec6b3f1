package fr.toitcommun.ejb.observatory.map;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.observatory.map.ClassMethod;
import fr.toitcommun.persistence.observatory.map.Classes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is drawn, and what it says to those who do not see it. */
class MapPictureTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final MapWords WORDS = new MapWords(Locale.FRENCH, "demandes", 0);

  /** Four squares of ten kilometres in a row; names that must be escaped. */
  private static final List<String> NAMES =
      List.of("Bourg-Haut", "Bourg <b>Bas</b> & Cie", "L’Îlot", "Sans contour");

  private static MapGround ground() {
    List<MapGround.Place> places = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      Geometry shape =
          i == 3 ? null : FACTORY.toGeometry(new Envelope(i * 10_000, (i + 1) * 10_000, 0, 10_000));
      places.add(
          new MapGround.Place(
              "9900" + i,
              NAMES.get(i),
              shape,
              shape == null ? null : new Coordinate(i * 10_000 + 5_000, 5_000)));
    }
    return new MapGround(places, List.of(), new Envelope(0, 30_000, 0, 10_000), true, "essai");
  }

  private static MapValue told(double value) {
    return new MapValue(value, (long) value, false);
  }

  private static final MapValue SECRET = new MapValue(null, null, true);

  private static MapPanel panel(String label, Map<String, MapValue> values, boolean difference) {
    double[] figures =
        new MapPanel(label, values, new Classes(List.of()), 0, difference, true).classed(ground());
    double highest = java.util.Arrays.stream(figures).map(Math::abs).max().orElse(0);
    return new MapPanel(
        label, values, Classes.of(figures, ClassMethod.EQUAL, 3), highest, difference, true);
  }

  private static MapPicture picture(MapKind kind, Flows flows, MapPanel... panels) {
    return new MapPicture(
        new MapContent(
            WORDS,
            kind,
            "Demandes <actives>",
            "Par commune",
            List.of("Type de logement\u00a0: T2"),
            "Note.",
            "Source : essai.",
            ground(),
            List.of(panels),
            flows));
  }

  private static Document read(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    } catch (Exception e) {
      throw new AssertionError("No XML: " + svg, e);
    }
  }

  private static List<Element> marked(Document svg) {
    NodeList all = svg.getElementsByTagName("*");
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> (Element) all.item(i))
        .filter(one -> one.hasAttribute("data-code"))
        .toList();
  }

  private static String fill(Element shape) {
    String own = shape.getAttribute("fill");
    return own.isEmpty() ? ((Element) shape.getParentNode()).getAttribute("fill") : own;
  }

  @Test
  void aTerritoryHasTheColourOfItsClassAndSaysItsFigure() {
    MapPicture picture =
        picture(
            MapKind.CHOROPLETH,
            null,
            panel("", Map.of("99000", told(1234), "99001", SECRET, "99003", told(5)), false));
    List<Element> shapes = marked(read(picture.map(0)));
    assertThat(shapes)
        .extracting(one -> one.getTextContent())
        .containsExactlyInAnyOrder(
            "Bourg-Haut\u00a0: 1\u00a0234\u00a0demandes",
            "Bourg <b>Bas</b> & Cie\u00a0: Secret statistique",
            "L’Îlot\u00a0: Sans donnée");
    MapLegend legend = picture.legend(0);
    assertThat(legend.lines())
        .extracting(MapLegend.Line::sign, MapLegend.Line::text, MapLegend.Line::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CLASS", "5 à 1\u00a0234", 1),
            org.assertj.core.groups.Tuple.tuple("CLASS", "1\u00a0234 à 1\u00a0234", 1),
            org.assertj.core.groups.Tuple.tuple("SECRET", "Secret statistique", 1),
            org.assertj.core.groups.Tuple.tuple("NONE", "Sans donnée", 1));
    assertThat(shapes)
        .filteredOn(one -> one.getAttribute("data-code").equals("99000"))
        .extracting(MapPictureTest::fill)
        .containsExactly(legend.lines().get(1).fill());
    assertThat(shapes)
        .filteredOn(one -> one.getAttribute("data-code").equals("99001"))
        .extracting(MapPictureTest::fill)
        .containsExactly("url(#hatch-0)");
  }

  @Test
  void noneIsToldFromSecretAndFromUntoldByItsOwnSign() {
    Map<String, MapValue> values =
        Map.of("99000", told(20), "99001", MapValue.NONE, "99002", SECRET, "99003", told(0));
    for (MapKind kind : List.of(MapKind.CHOROPLETH, MapKind.CIRCLES)) {
      MapPicture picture = picture(kind, null, panel("", values, false));
      assertThat(marked(read(picture.sheet())))
          .filteredOn(one -> one.getAttribute("data-code").equals("99001"))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.getTextContent()).endsWith("\u00a0: 0\u00a0demandes");
                assertThat(fill(one)).isEqualTo(Palette.ZERO);
              });
      assertThat(picture.legend(0).lines())
          .filteredOn(line -> !line.sign().equals("CLASS"))
          .extracting(MapLegend.Line::sign, MapLegend.Line::text, MapLegend.Line::count)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("ZERO", "0\u00a0demandes", 2),
              org.assertj.core.groups.Tuple.tuple("SECRET", "Secret statistique", 1));
    }
    assertThat(picture(MapKind.CHOROPLETH, null, panel("", values, false)).legend(0).lines())
        .filteredOn(line -> line.sign().equals("CLASS"))
        .extracting(MapLegend.Line::text)
        .containsExactly("20 à 20");
    // Where nothing changed, that is a change like others.
    assertThat(picture(MapKind.CHOROPLETH, null, panel("", values, true)).legend(0).lines())
        .extracting(MapLegend.Line::sign)
        .doesNotContain("ZERO");
  }

  @Test
  void aSheetSaysWhatIsCountedAlone() {
    assertThat(picture(MapKind.CHOROPLETH, null, panel("", Map.of(), false)).sheet())
        .contains("Type de logement\u00a0: T2");
  }

  @Test
  void neighboursShareTheirBorderAfterRounding() {
    List<Element> shapes =
        marked(read(picture(MapKind.CHOROPLETH, null, panel("", Map.of(), false)).map(0)));
    assertThat(shapes)
        .extracting(one -> one.getAttribute("d"))
        .allMatch(path -> path.matches("M\\d+ \\d+l[-\\d ]+z"));
    int first = Integer.parseInt(shapes.get(1).getAttribute("d").replaceAll("M(\\d+) .*", "$1"));
    assertThat(first).isEqualTo(20 + 1960 / 3);
  }

  @Test
  void circlesAreAsLargeAsFiguresByTheirArea() {
    List<Element> circles =
        marked(
            read(
                picture(
                        MapKind.CIRCLES,
                        null,
                        panel("", Map.of("99000", told(400), "99001", told(100)), false))
                    .map(0)));
    assertThat(circles)
        .extracting(one -> Double.valueOf(one.getAttribute("r")))
        .containsExactly(PanelDrawing.LARGEST, PanelDrawing.LARGEST / 2);
  }

  @Test
  void aComparisonShowsBothDaysInTheSameClassesAndTheChangeOnBothSidesOfZero() {
    Map<String, MapValue> before = Map.of("99000", told(10), "99001", told(30), "99002", SECRET);
    Map<String, MapValue> after = Map.of("99000", told(25), "99001", told(12), "99002", told(9));
    Map<String, MapValue> change =
        Map.of(
            "99000", before.get("99000").to(after.get("99000")),
            "99001", before.get("99001").to(after.get("99001")),
            "99002", before.get("99002").to(after.get("99002")));
    MapPicture picture =
        picture(
            MapKind.CHOROPLETH,
            null,
            panel("2025", before, false),
            panel("2026", after, false),
            panel("Évolution", change, true));
    Document sheet = read(picture.sheet());
    assertThat(marked(sheet)).hasSize(9);
    assertThat(sheet.getDocumentElement().getTextContent())
        .contains("2025", "2026", "Évolution", "+15\u00a0demandes", "−18\u00a0demandes")
        .contains("Demandes <actives>", "Source : essai.");
    assertThat(picture.legend(2).lines())
        .extracting(MapLegend.Line::sign)
        .containsExactly("CLASS", "CLASS", "SECRET", "NONE");
    String decline = picture.legend(2).lines().get(0).fill();
    String growth = picture.legend(2).lines().get(1).fill();
    assertThat(red(decline)).isGreaterThan(blue(decline));
    assertThat(blue(growth)).isGreaterThan(red(growth));
  }

  private static int red(String colour) {
    return Integer.parseInt(colour.substring(1, 3), 16);
  }

  private static int blue(String colour) {
    return Integer.parseInt(colour.substring(5, 7), 16);
  }

  @Test
  void flowsSayHowManyOfAllTheyAre() {
    Flows flows =
        new Flows(
            List.of(new Flows.Flow("99000", "99001", 40), new Flows.Flow("99001", "99000", 10)),
            7,
            200L,
            120,
            5,
            3);
    MapPicture picture = picture(MapKind.FLOWS, flows, MapPanels.empty());
    List<Element> lines = marked(read(picture.map(0)));
    assertThat(lines)
        .extracting(Element::getTextContent)
        .containsExactly(
            "De Bourg-Haut à Bourg <b>Bas</b> & Cie\u00a0: 40\u00a0demandes",
            "De Bourg <b>Bas</b> & Cie à Bourg-Haut\u00a0: 10\u00a0demandes");
    assertThat(picture.flowsSaid())
        .contains("2 flux montrés sur 7", "soit 50 demandes sur 200", "120", "3 flux sont secrets");
    assertThat(picture.legend(0).lines().get(0).text()).isEqualTo("40\u00a0demandes");
  }

  @Test
  void everyDrawingHasATitleAndADescription() {
    for (MapKind kind : List.of(MapKind.CHOROPLETH, MapKind.CIRCLES)) {
      Element svg =
          read(picture(kind, null, panel("", Map.of("99000", told(3)), false)).sheet())
              .getDocumentElement();
      assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("sheet-title");
      assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
          .isEqualTo("Demandes <actives> – Par commune");
      assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
          .isEqualTo("1 territoire sur 4 a une valeur\u00a0: 3\u00a0demandes.");
    }
  }

  @Test
  void sizesAreExplainedAsLargeAsTheyAreDrawn() {
    Map<String, MapValue> values = Map.of("99000", told(100), "99001", told(25));
    MapPicture one = picture(MapKind.CIRCLES, null, panel("", values, false));
    assertThat(radii(one.map(0), true)).contains(PanelDrawing.LARGEST, PanelDrawing.LARGEST / 2);
    assertThat(radii(one.map(0), false)).contains(PanelDrawing.LARGEST, PanelDrawing.LARGEST / 2);
    // Two maps stand on a sheet at half the size, and their legends as well.
    MapPicture two =
        picture(MapKind.CIRCLES, null, panel("A", values, false), panel("B", values, false));
    assertThat(radii(two.sheet(), false)).contains(PanelDrawing.LARGEST / 2);
    assertThat(radii(two.sheet(), false)).doesNotContain(PanelDrawing.LARGEST);
  }

  /** Of the circles that stand for territories, or of those that explain them. */
  private static List<Double> radii(String svg, boolean territories) {
    NodeList circles = read(svg).getElementsByTagName("circle");
    return IntStream.range(0, circles.getLength())
        .mapToObj(i -> (Element) circles.item(i))
        .filter(circle -> circle.hasAttribute("data-code") == territories)
        .map(circle -> Double.valueOf(circle.getAttribute("r")))
        .toList();
  }

  @Test
  void theMedianOfTwoLiesBetweenThem() {
    Map<String, MapValue> two = Map.of("99000", told(10), "99001", told(20));
    assertThat(picture(MapKind.CHOROPLETH, null, panel("", two, false)).description())
        .endsWith("la médiane est de 15\u00a0demandes.");
  }

  @Test
  void coloursOfClassesDifferInLightness() {
    for (int count = Classes.FEWEST; count <= Classes.MOST; count++) {
      double[] values = IntStream.range(0, 50).asDoubleStream().toArray();
      List<String> colours = Palette.of(Classes.of(values, ClassMethod.EQUAL, count), false);
      for (int i = 1; i < colours.size(); i++) {
        assertThat(luminance(colours.get(i - 1)) - luminance(colours.get(i))).isGreaterThan(0.02);
      }
    }
  }

  private static double luminance(String colour) {
    double sum = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < weights.length; i++) {
      double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255d;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
