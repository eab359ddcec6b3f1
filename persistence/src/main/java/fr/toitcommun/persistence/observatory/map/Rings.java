package fr.toitcommun.persistence.observatory.map;

import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Makes shapes of the rings that a file of shapes lists, as long as they can be kept. */
final class Rings {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Those of one file so far. */
  private int points;

  /**
   * A polygon or multipolygon; null for any other kind.
   *
   * @param rings coordinates, or numbers of arcs
   * @param arcs of a TopoJSON file; null: the rings are coordinates
   * @throws IllegalArgumentException for a ring that is not closed
   * @throws RefusedInput when the file has more points than {@link ShapeFile#MOST_POINTS}
   */
  Geometry shape(String kind, JsonArray rings, Arcs arcs) {
    return switch (kind) {
      case "Polygon" -> polygon(rings, arcs);
      case "MultiPolygon" -> {
        List<Polygon> parts = new ArrayList<>();
        for (JsonArray part : rings.getValuesAs(JsonArray.class)) {
          parts.add(polygon(part, arcs));
        }
        yield FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
      }
      default -> null;
    };
  }

  private Polygon polygon(JsonArray rings, Arcs arcs) {
    List<LinearRing> made = new ArrayList<>();
    for (JsonArray ring : rings.getValuesAs(JsonArray.class)) {
      List<Coordinate> places =
          arcs != null
              ? arcs.ring(ring)
              : ring.getValuesAs(JsonArray.class).stream().map(Rings::place).toList();
      // Arcs may be in many rings: the length of the file does not bound this.
      points += places.size();
      if (points > ShapeFile.MOST_POINTS) {
        throw RefusedInput.at("file", "SHAPES_TOO_MANY_POINTS", ShapeFile.MOST_POINTS);
      }
      made.add(FACTORY.createLinearRing(places.toArray(Coordinate[]::new)));
    }
    return made.isEmpty()
        ? FACTORY.createPolygon()
        : FACTORY.createPolygon(
            made.get(0), made.subList(1, made.size()).toArray(LinearRing[]::new));
  }

  /** A place by its two numbers; a height is left out. */
  static Coordinate place(JsonArray numbers) {
    return new Coordinate(
        ((JsonNumber) numbers.get(0)).doubleValue(), ((JsonNumber) numbers.get(1)).doubleValue());
  }
}
