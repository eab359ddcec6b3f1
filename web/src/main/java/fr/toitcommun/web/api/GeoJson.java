package fr.toitcommun.web.api;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Writes shapes as GeoJSON (RFC 7946). */
final class GeoJson {
  /** About a metre. */
  private static final int DECIMALS = 5;

  private GeoJson() {}

  /**
   * Shapes in degrees by code, each a feature with the property {@code code}.
   *
   * @param shapes polygons and multipolygons
   */
  static String of(Map<String, Geometry> shapes) {
    StringWriter written = new StringWriter();
    try (JsonGenerator json = Json.createGenerator(written)) {
      json.writeStartObject().write("type", "FeatureCollection").writeStartArray("features");
      shapes.forEach(
          (code, shape) -> {
            json.writeStartObject().write("type", "Feature");
            json.writeStartObject("properties").write("code", code).writeEnd();
            json.writeStartObject("geometry").write("type", "MultiPolygon");
            json.writeStartArray("coordinates");
            for (int i = 0; i < shape.getNumGeometries(); i++) {
              polygon(json, (Polygon) shape.getGeometryN(i));
            }
            json.writeEnd().writeEnd().writeEnd();
          });
      json.writeEnd().writeEnd();
    }
    return written.toString();
  }

  private static void polygon(JsonGenerator json, Polygon shape) {
    json.writeStartArray();
    // The outer ring turns against the clock, holes with it (RFC 7946, 3.1.6).
    Polygon polygon = (Polygon) shape.norm().reverse();
    ring(json, polygon.getExteriorRing());
    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
      ring(json, polygon.getInteriorRingN(hole));
    }
    json.writeEnd();
  }

  private static void ring(JsonGenerator json, LinearRing ring) {
    json.writeStartArray();
    for (Coordinate place : ring.getCoordinates()) {
      json.writeStartArray().write(rounded(place.x)).write(rounded(place.y)).writeEnd();
    }
    json.writeEnd();
  }

  private static BigDecimal rounded(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
