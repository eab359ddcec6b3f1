package fr.toitcommun.ejb.observatory.map;

import static fr.toitcommun.ejb.observatory.map.DrawnMaps.FOOT;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.SECRET;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.WHITE;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.WORDS;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.comparison;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.marked;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.panel;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.picture;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.read;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.texts;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.told;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.twelve;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.values;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.y;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.document.SvgPixels;
import fr.toitcommun.persistence.observatory.map.Classes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A sheet of several maps: legends, outlines, notes and what each says of itself. */
class MapSheetTest {
  @Test
  void aSheetSaysWhatIsCountedAlone() {
    assertThat(picture(MapKind.CHOROPLETH, null, panel("", Map.of(), false)).sheet())
        .contains("Type de logement\u00a0: T2");
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
            .mapToInt(DrawnMaps::y)
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
}
