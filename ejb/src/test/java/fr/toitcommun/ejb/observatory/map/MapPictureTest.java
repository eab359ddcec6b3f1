package fr.toitcommun.ejb.observatory.map;

import static fr.toitcommun.ejb.observatory.map.DrawnMaps.SECRET;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.fill;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.marked;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.panel;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.picture;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.read;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.told;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.values;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.observatory.map.ClassMethod;
import fr.toitcommun.persistence.observatory.map.Classes;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is drawn of a map, and what it says to those who do not see it. */
class MapPictureTest {
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
            org.assertj.core.groups.Tuple.tuple("CLASS", "1\u00a0234", 1),
            org.assertj.core.groups.Tuple.tuple("SECRET", "Secret statistique", 1),
            org.assertj.core.groups.Tuple.tuple("NONE", "Sans donnée", 1));
    assertThat(shapes)
        .filteredOn(one -> one.getAttribute("data-code").equals("99000"))
        .extracting(DrawnMaps::fill)
        .containsExactly(legend.lines().get(1).fill());
    assertThat(shapes)
        .filteredOn(one -> one.getAttribute("data-code").equals("99001"))
        .extracting(DrawnMaps::fill)
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
        .containsExactly("20");
    // Where nothing changed, that is a change like others.
    assertThat(picture(MapKind.CHOROPLETH, null, panel("", values, true)).legend(0).lines())
        .extracting(MapLegend.Line::sign)
        .doesNotContain("ZERO");
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
