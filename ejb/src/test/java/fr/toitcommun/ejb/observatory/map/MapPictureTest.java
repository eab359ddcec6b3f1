package fr.toitcommun.ejb.observatory.map;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.document.SvgPixels;
import fr.toitcommun.persistence.observatory.map.ClassMethod;
import fr.toitcommun.persistence.observatory.map.Classes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
  private static final String FOOT = "Première ligne du pied.";
  private static final int WHITE = 0xFFFFFFFF;
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

  /** Twelve of them, with an outline around that begins and ends far outside the picture. */
  private static MapGround twelve() {
    List<MapGround.Place> places = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Geometry shape =
          i == 11 ? null : FACTORY.toGeometry(new Envelope(i * 2_000, (i + 1) * 2_000, 0, 10_000));
      places.add(
          new MapGround.Place(
              String.valueOf(i),
              "Bourg " + i,
              shape,
              shape == null ? null : new Coordinate(i * 2_000 + 1_000, 5_000)));
    }
    return new MapGround(
        places,
        List.of(FACTORY.toGeometry(new Envelope(-50_000, 31_000, 5_000, 60_000))),
        new Envelope(0, 30_000, 0, 10_000),
        true,
        "essai");
  }

  private static Map<String, MapValue> values(int step, int from) {
    return IntStream.range(from, 11)
        .boxed()
        .collect(Collectors.toMap(String::valueOf, i -> told(step * (i - 5) + 60)));
  }

  private static MapPicture comparison(MapKind kind) {
    double[] figures = IntStream.range(0, 11).mapToDouble(i -> 5d * i).toArray();
    Classes seven = Classes.of(figures, ClassMethod.EQUAL, Classes.MOST);
    List<MapPanel> panels = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Map<String, MapValue> values = new HashMap<>(values(10, 2 * i));
      values.put("0", MapValue.NONE);
      values.put("1", SECRET);
      panels.add(
          new MapPanel(
              i == 2 ? "Évolution" : "202" + (5 + i),
              values,
              // The earlier day has fewer lines than the later one.
              i == 0 ? Classes.of(figures, ClassMethod.EQUAL, 3) : seven,
              110,
              i == 2,
              true));
    }
    return new MapPicture(
        new MapContent(
            WORDS,
            kind,
            "Demandes actives",
            "Par commune",
            List.of(FOOT),
            "Note.",
            "Source : essai.",
            twelve(),
            panels,
            null,
            false));
  }

  private static List<Element> texts(Document svg) {
    NodeList texts = svg.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength()).mapToObj(i -> (Element) texts.item(i)).toList();
  }

  private static int y(Element text) {
    return Integer.parseInt(text.getAttribute("y"));
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
            flows,
            false));
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
            8,
            3);
    MapPicture picture = picture(MapKind.FLOWS, flows, MapPanels.empty());
    List<Element> lines = marked(read(picture.map(0)));
    assertThat(lines)
        .extracting(Element::getTextContent)
        .containsExactly(
            "De Bourg-Haut à Bourg <b>Bas</b> & Cie\u00a0: 40\u00a0demandes",
            "De Bourg <b>Bas</b> & Cie à Bourg-Haut\u00a0: 10\u00a0demandes");
    assertThat(picture.flowsSaid())
        .contains("2 flux montrés sur 7", "soit 50\u00a0demandes sur 200", "3 flux sont secrets")
        .contains("cherchent là où ils habitent (120 au moins)")
        .contains("habitent hors de la carte (5 au moins)")
        .contains("y habitent et cherchent ailleurs (8 au moins)");
    assertThat(picture.legend(0).lines().get(0).text()).isEqualTo("40\u00a0demandes");
  }

  @Test
  void ofASecretTotalFlowsAreToldInASentence() {
    Flows flows = new Flows(List.of(), 0, null, 0, 0, 0, 41);
    assertThat(picture(MapKind.FLOWS, flows, MapPanels.empty()).flowsSaid())
        .contains("soit 0\u00a0demandes sur un nombre secret. ");
  }

  @Test
  void flowsOfLeasesEndWhereTheDwellingLies() {
    MapContent content =
        new MapContent(
            new MapWords(Locale.FRENCH, "baux", 0),
            MapKind.FLOWS,
            "Du lieu d’habitation au logement attribué\u00a0: Attributions",
            "Par commune",
            List.of(),
            "Note.",
            "Source.",
            ground(),
            List.of(MapPanels.empty()),
            new Flows(List.of(new Flows.Flow("99000", "99001", 40)), 1, 90L, 12, 5, 8, 0),
            true);
    assertThat(new MapPicture(content).description())
        .contains("soit 40\u00a0baux sur 90", "logés là où ils habitaient (12 au moins)")
        .doesNotContain("cherchent", "demandes");
    assertThat(MapViews.of(content).columns())
        .startsWith("Du lieu d’habitation au lieu du logement attribué");
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

  @ParameterizedTest
  @EnumSource(
      value = MapKind.class,
      names = {"CHOROPLETH", "CIRCLES"})
  void threeLegendsStandBelowEachOtherAndAboveTheNote(MapKind kind) {
    MapPicture picture = comparison(kind);
    List<Element> texts = texts(read(picture.sheet()));
    int foot =
        texts.stream()
            .filter(one -> one.getTextContent().equals(FOOT))
            .mapToInt(MapPictureTest::y)
            .findFirst()
            .orElseThrow();
    List<Element> changes =
        texts.stream().filter(one -> one.getTextContent().equals("Évolution")).toList();
    assertThat(changes).hasSize(2);
    int third = y(changes.get(1));
    int lines = 3;
    for (int i = 0; i < 3; i++) {
      MapLegend legend = picture.legend(i);
      lines += legend.lines().size() + legend.circles().size();
    }
    // Before the foot: title, subtitle, three labels and the lines of the legends.
    int before = texts.stream().map(Element::getTextContent).toList().indexOf(FOOT);
    assertThat(before).isEqualTo(lines + 5);
    List<Element> last = texts.subList(before - linesOf(picture, 2), before);
    List<Element> above = texts.subList(0, texts.indexOf(changes.get(1)));
    assertThat(last).allSatisfy(one -> assertThat(y(one)).isBetween(third, foot - 27));
    assertThat(above).allSatisfy(one -> assertThat(y(one)).isLessThan(third - 27));
  }

  private static int linesOf(MapPicture picture, int number) {
    return picture.legend(number).lines().size() + picture.legend(number).circles().size();
  }

  @Test
  void outlinesEndWhereTheMapEnds() throws Exception {
    Map<String, MapValue> values = values(10, 0);
    MapPanel panel = new MapPanel("", values, new Classes(List.of()), 0, false, true);
    MapPicture picture =
        new MapPicture(
            new MapContent(
                WORDS,
                MapKind.CIRCLES,
                "",
                "",
                List.of(),
                "",
                "",
                twelve(),
                List.of(panel),
                null,
                false));
    String sheet = picture.sheet();
    int width = Integer.parseInt(sheet.replaceAll("(?s).*?viewBox=\"0 0 (\\d+).*", "$1"));
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(SvgPixels.png(sheet, width)));
    // The map begins at 40, 168 and is 2000 units wide, 693 high; its ground ends at 24 km.
    assertThat(drawn.getRGB(40 + 1900, 168 + 346)).as("in the map").isNotEqualTo(WHITE);
    assertThat(drawn.getRGB(20, 168 + 346)).as("left of it").isEqualTo(WHITE);
    assertThat(drawn.getRGB(40 + 2045, 168 + 200)).as("right of it").isEqualTo(WHITE);
    assertThat(drawn.getRGB(40 + 2045, 60)).as("above it").isEqualTo(WHITE);
    for (String svg : List.of(sheet, picture.map(0), comparison(MapKind.CHOROPLETH).map(2))) {
      Document document = read(svg);
      NodeList clips = document.getElementsByTagName("clipPath");
      assertThat(clips.getLength()).isEqualTo(1);
      assertThat(svg)
          .contains("clip-path=\"url(#" + ((Element) clips.item(0)).getAttribute("id") + ")\"");
    }
  }

  @Test
  void eachMapOfAComparisonSaysWhatItShowsItselfAndOfWhen() {
    MapPicture picture =
        picture(
            MapKind.CHOROPLETH,
            null,
            panel("1er janvier 2025", Map.of("99000", told(40), "99001", told(60)), false),
            panel("1er janvier 2026", Map.of("99000", told(43), "99001", told(50)), false),
            panel("Évolution", Map.of("99000", told(3), "99001", told(-10)), true));
    assertThat(IntStream.range(0, 3).mapToObj(i -> described(picture.map(i))))
        .containsExactly(
            "1er janvier 2025\u00a0: 2 territoires sur 4 ont une valeur, de 40\u00a0demandes à"
                + " 60\u00a0demandes\u00a0; la médiane est de 50\u00a0demandes.",
            "1er janvier 2026\u00a0: 2 territoires sur 4 ont une valeur, de 43\u00a0demandes à"
                + " 50\u00a0demandes\u00a0; la médiane est de 46\u00a0demandes.",
            "Évolution\u00a0: 2 territoires sur 4 ont une valeur, de −10\u00a0demandes à"
                + " +3\u00a0demandes\u00a0; la médiane est de −4\u00a0demandes.");
    assertThat(described(picture.sheet())).isEqualTo(described(picture.map(2)));
  }

  private static String described(String svg) {
    return read(svg).getElementsByTagName("desc").item(0).getTextContent();
  }

  @Test
  void aSheetNamesWhatItCannotDraw() {
    assertThat(picture(MapKind.CHOROPLETH, null, panel("", Map.of(), false)).sheet())
        .contains("Sans contour, donc pas sur la carte\u00a0: Sans contour.");
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
