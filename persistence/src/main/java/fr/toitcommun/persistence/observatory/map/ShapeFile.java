package fr.toitcommun.persistence.observatory.map;

import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A file of shapes as it was sent: GeoJSON (RFC 7946) or TopoJSON, in degrees.
 *
 * @param layers a GeoJSON file has one, a TopoJSON file one per object
 */
public record ShapeFile(List<Layer> layers) {
  /** The longest file that is read, in bytes. */
  public static final int LONGEST = 40 * 1024 * 1024;

  /**
   * The most points that the outlines of a file may come to: twice those of a country's
   * municipalities drawn to a hundred metres.
   */
  public static final int MOST_POINTS = 4_000_000;

  /**
   * Shapes that stand together.
   *
   * @param name what the file calls it; empty in GeoJSON
   */
  public record Layer(String name, List<Feature> features) {}

  /**
   * A shape and what the file says of it.
   *
   * @param properties texts and numbers as texts, by name
   * @param shape polygon or multipolygon in degrees; null when the file gives none, or another kind
   */
  public record Feature(Map<String, String> properties, Geometry shape) {}

  /**
   * Reads a file.
   *
   * @throws RefusedInput at {@code file}: too long, too many points, no JSON, or neither GeoJSON
   *     nor TopoJSON
   */
  public static ShapeFile read(byte[] content) {
    if (content.length > LONGEST) {
      throw RefusedInput.at("file", "SHAPES_TOO_LONG", LONGEST / 1024 / 1024);
    }
    try (JsonParser parser = Json.createParser(new ByteArrayInputStream(content))) {
      return new ShapeFile(new ShapeParser(parser).layers());
    } catch (RefusedInput refused) {
      throw refused;
    } catch (JsonException e) {
      throw RefusedInput.at("file", "SHAPES_NO_JSON");
    } catch (RuntimeException e) {
      // The one way to learn that a part is of another kind than the format says, or absent, or
      // that
      // it lies deeper than the parser goes: the library has no exceptions of its own for these.
      throw RefusedInput.at("file", "SHAPES_BROKEN");
    }
  }
}
