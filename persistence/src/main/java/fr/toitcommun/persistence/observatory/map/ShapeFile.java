package fr.toitcommun.persistence.observatory.map;

import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
   * @throws RefusedInput at {@code file}: too long, no JSON, or neither GeoJSON nor TopoJSON
   */
  public static ShapeFile read(byte[] content) {
    if (content.length > LONGEST) {
      throw RefusedInput.at("file", "SHAPES_TOO_LONG", LONGEST / 1024 / 1024);
    }
    JsonObject file;
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(content))) {
      file = reader.readObject();
    } catch (JsonException e) {
      throw RefusedInput.at("file", "SHAPES_NO_JSON");
    }
    try {
      return switch (file.getString("type", "")) {
        case "FeatureCollection" ->
            new ShapeFile(List.of(new Layer("", geoJson(file.getJsonArray("features")))));
        case "Topology" -> new ShapeFile(topoJson(file));
        default -> throw RefusedInput.at("file", "SHAPES_KIND");
      };
    } catch (ClassCastException
        | NullPointerException
        | IndexOutOfBoundsException
        | IllegalArgumentException e) {
      // The one way to learn that a part is of another kind than the format says, or absent.
      throw RefusedInput.at("file", "SHAPES_BROKEN");
    }
  }

  private static List<Feature> geoJson(JsonArray features) {
    List<Feature> read = new ArrayList<>();
    for (JsonObject feature : features.getValuesAs(JsonObject.class)) {
      JsonObject geometry = feature.isNull("geometry") ? null : feature.getJsonObject("geometry");
      read.add(
          new Feature(
              properties(feature),
              geometry == null
                  ? null
                  : Rings.shape(
                      geometry.getString("type"), geometry.getJsonArray("coordinates"), null)));
    }
    return read;
  }

  private static List<Layer> topoJson(JsonObject file) {
    Arcs arcs = Arcs.of(file);
    List<Layer> layers = new ArrayList<>();
    file.getJsonObject("objects")
        .forEach(
            (name, object) -> {
              List<Feature> features = new ArrayList<>();
              collect(object.asJsonObject(), arcs, features);
              layers.add(new Layer(name, features));
            });
    return layers;
  }

  private static void collect(JsonObject object, Arcs arcs, List<Feature> features) {
    if ("GeometryCollection".equals(object.getString("type", ""))) {
      for (JsonObject part : object.getJsonArray("geometries").getValuesAs(JsonObject.class)) {
        collect(part, arcs, features);
      }
    } else {
      features.add(
          new Feature(
              properties(object),
              Rings.shape(object.getString("type", ""), object.getJsonArray("arcs"), arcs)));
    }
  }

  private static Map<String, String> properties(JsonObject feature) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (feature.containsKey("id")) {
      add(texts, "id", feature.get("id"));
    }
    if (feature.containsKey("properties") && !feature.isNull("properties")) {
      feature.getJsonObject("properties").forEach((name, value) -> add(texts, name, value));
    }
    return texts;
  }

  private static void add(Map<String, String> texts, String name, JsonValue value) {
    if (value instanceof JsonString text) {
      texts.put(name, text.getString().strip());
    } else if (value.getValueType() == JsonValue.ValueType.NUMBER) {
      texts.put(name, value.toString());
    }
  }
}
