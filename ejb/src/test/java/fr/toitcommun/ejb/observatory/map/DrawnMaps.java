package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.persistence.observatory.map.ClassMethod;
import fr.toitcommun.persistence.observatory.map.Classes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Maps of a few squares, and their drawings read again as XML. */
final class DrawnMaps {
  static final GeometryFactory FACTORY = new GeometryFactory();
  static final String FOOT = "Première ligne du pied.";
  static final int WHITE = 0xFFFFFFFF;
  static final MapWords WORDS = new MapWords(Locale.FRENCH, "demandes", 0);

  /** Four squares of ten kilometres in a row; names that must be escaped. */
  static final List<String> NAMES =
      List.of("Bourg-Haut", "Bourg <b>Bas</b> & Cie", "L’Îlot", "Sans contour");

  static MapGround ground() {
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
  static MapGround twelve() {
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

  static Map<String, MapValue> values(int step, int from) {
    return IntStream.range(from, 11)
        .boxed()
        .collect(Collectors.toMap(String::valueOf, i -> told(step * (i - 5) + 60)));
  }

  static MapPicture comparison(MapKind kind) {
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

  static List<Element> texts(Document svg) {
    NodeList texts = svg.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength()).mapToObj(i -> (Element) texts.item(i)).toList();
  }

  static int y(Element text) {
    return Integer.parseInt(text.getAttribute("y"));
  }

  static MapValue told(double value) {
    return new MapValue(value, (long) value, false);
  }

  static final MapValue SECRET = new MapValue(null, null, true);

  static MapPanel panel(String label, Map<String, MapValue> values, boolean difference) {
    double[] figures =
        new MapPanel(label, values, new Classes(List.of()), 0, difference, true).classed(ground());
    double highest = java.util.Arrays.stream(figures).map(Math::abs).max().orElse(0);
    return new MapPanel(
        label, values, Classes.of(figures, ClassMethod.EQUAL, 3), highest, difference, true);
  }

  static MapPicture picture(MapKind kind, Flows flows, MapPanel... panels) {
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

  static Document read(String svg) {
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

  static List<Element> marked(Document svg) {
    NodeList all = svg.getElementsByTagName("*");
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> (Element) all.item(i))
        .filter(one -> one.hasAttribute("data-code"))
        .toList();
  }

  static String fill(Element shape) {
    String own = shape.getAttribute("fill");
    return own.isEmpty() ? ((Element) shape.getParentNode()).getAttribute("fill") : own;
  }

  private DrawnMaps() {}
}
