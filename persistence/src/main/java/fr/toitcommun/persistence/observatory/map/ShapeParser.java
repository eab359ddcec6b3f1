package fr.toitcommun.persistence.observatory.map;

import fr.toitcommun.persistence.observatory.map.ShapeFile.Feature;
import fr.toitcommun.persistence.observatory.map.ShapeFile.Layer;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file of shapes part by part: the tree of a whole file would take ten times its length in
 * memory, the places of its outlines take less than it.
 */
final class ShapeParser {
  private final JsonParser parser;
  private String type = "";
  private List<Feature> features;
  private final Rings rings = new Rings();
  private Arcs arcs;
  private JsonObject grid;
  private JsonObject objects;

  ShapeParser(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The layers of the file.
   *
   * @throws RefusedInput when it is neither GeoJSON nor TopoJSON
   */
  List<Layer> layers() {
    if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
      throw new JsonParsingException("No object", parser.getLocation());
    }
    while (parser.hasNext()) {
      if (parser.next() == JsonParser.Event.KEY_NAME) {
        part(parser.getString());
      }
    }
    return switch (type) {
      case "FeatureCollection" -> List.of(new Layer("", List.copyOf(features)));
      case "Topology" -> topology();
      default -> throw RefusedInput.at("file", "SHAPES_KIND");
    };
  }

  private void part(String name) {
    JsonParser.Event begins = parser.next();
    boolean list = begins == JsonParser.Event.START_ARRAY;
    switch (name) {
      case "type" -> type = begins == JsonParser.Event.VALUE_STRING ? parser.getString() : "";
      case "features" -> {
        features = new ArrayList<>();
        while (list && parser.next() != JsonParser.Event.END_ARRAY) {
          features.add(feature(parser.getObject()));
        }
      }
      case "arcs" -> {
        arcs = new Arcs();
        while (list && parser.next() != JsonParser.Event.END_ARRAY) {
          arcs.add(parser.getArray());
        }
      }
      case "transform" -> grid = parser.getObject();
      case "objects" -> objects = parser.getObject();
      default -> {
        if (list) {
          parser.skipArray();
        } else if (begins == JsonParser.Event.START_OBJECT) {
          parser.skipObject();
        }
      }
    }
  }

  private Feature feature(JsonObject feature) {
    JsonObject geometry = feature.isNull("geometry") ? null : feature.getJsonObject("geometry");
    return new Feature(
        properties(feature),
        geometry == null
            ? null
            : rings.shape(geometry.getString("type"), geometry.getJsonArray("coordinates"), null));
  }

  private List<Layer> topology() {
    if (grid != null) {
      arcs.onGrid(grid);
    }
    List<Layer> layers = new ArrayList<>();
    objects.forEach(
        (name, object) -> {
          List<Feature> found = new ArrayList<>();
          collect(object.asJsonObject(), found);
          layers.add(new Layer(name, found));
        });
    return layers;
  }

  private void collect(JsonObject object, List<Feature> found) {
    if ("GeometryCollection".equals(object.getString("type", ""))) {
      for (JsonObject part : object.getJsonArray("geometries").getValuesAs(JsonObject.class)) {
        collect(part, found);
      }
    } else {
      found.add(
          new Feature(
              properties(object),
              rings.shape(object.getString("type", ""), object.getJsonArray("arcs"), arcs)));
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
