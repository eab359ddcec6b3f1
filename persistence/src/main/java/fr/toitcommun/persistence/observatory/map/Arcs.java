package fr.toitcommun.persistence.observatory.map;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** The lines that the shapes of a TopoJSON file share. */
final class Arcs {
  private final List<List<Coordinate>> arcs = new ArrayList<>();

  private Arcs() {}

  /** Those of a file; steps on a grid become degrees. */
  static Arcs of(JsonObject topology) {
    JsonObject transform =
        topology.containsKey("transform") ? topology.getJsonObject("transform") : null;
    Arcs read = new Arcs();
    for (JsonArray arc : topology.getJsonArray("arcs").getValuesAs(JsonArray.class)) {
      List<Coordinate> line = new ArrayList<>();
      double x = 0;
      double y = 0;
      for (JsonArray point : arc.getValuesAs(JsonArray.class)) {
        if (transform == null) {
          line.add(Rings.place(point));
        } else {
          x += number(point, 0);
          y += number(point, 1);
          JsonArray scale = transform.getJsonArray("scale");
          JsonArray origin = transform.getJsonArray("translate");
          line.add(
              new Coordinate(
                  x * number(scale, 0) + number(origin, 0),
                  y * number(scale, 1) + number(origin, 1)));
        }
      }
      read.arcs.add(line);
    }
    return read;
  }

  private static double number(JsonArray of, int index) {
    return ((JsonNumber) of.get(index)).doubleValue();
  }

  /**
   * A ring by the numbers of its arcs, one after the other.
   *
   * @param numbers below zero: the arc of the number's complement, backwards
   */
  List<Coordinate> ring(JsonArray numbers) {
    List<Coordinate> ring = new ArrayList<>();
    for (JsonNumber value : numbers.getValuesAs(JsonNumber.class)) {
      int number = value.intValueExact();
      List<Coordinate> arc = arcs.get(number < 0 ? ~number : number);
      for (int i = ring.isEmpty() ? 0 : 1; i < arc.size(); i++) {
        ring.add(arc.get(number < 0 ? arc.size() - 1 - i : i));
      }
    }
    return ring;
  }
}
