package fr.toitcommun.persistence.observatory.map;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** The lines that the shapes of a TopoJSON file share. */
final class Arcs {
  private final List<List<Coordinate>> arcs = new ArrayList<>();

  /** One more line: its places, or its steps on a grid. */
  void add(JsonArray points) {
    arcs.add(points.getValuesAs(JsonArray.class).stream().map(Rings::place).toList());
  }

  /** Steps on a grid become degrees; where the grid stands in the file is not known beforehand. */
  void onGrid(JsonObject grid) {
    Coordinate scale = Rings.place(grid.getJsonArray("scale"));
    Coordinate origin = Rings.place(grid.getJsonArray("translate"));
    for (List<Coordinate> arc : arcs) {
      double x = 0;
      double y = 0;
      for (Coordinate place : arc) {
        x += place.x;
        y += place.y;
        place.x = x * scale.x + origin.x;
        place.y = y * scale.y + origin.y;
      }
    }
  }

  /**
   * A ring by the numbers of its arcs, one after the other.
   *
   * @param numbers below zero: the arc of the number's complement, backwards
   * @throws ArithmeticException for a number that is none of an arc's
   * @throws IndexOutOfBoundsException for an arc that is not there
   * @throws IllegalArgumentException for an arc that is there twice the same way: no outline goes
   *     along a line again, and a short file could come to any length by it
   */
  List<Coordinate> ring(JsonArray numbers) {
    List<Coordinate> ring = new ArrayList<>();
    Set<Integer> gone = new HashSet<>();
    for (JsonNumber value : numbers.getValuesAs(JsonNumber.class)) {
      int number = value.intValueExact();
      if (!gone.add(number)) {
        throw new IllegalArgumentException("Arc " + number + " twice in a ring");
      }
      List<Coordinate> arc = arcs.get(number < 0 ? ~number : number);
      for (int i = ring.isEmpty() ? 0 : 1; i < arc.size(); i++) {
        ring.add(arc.get(number < 0 ? arc.size() - 1 - i : i));
      }
    }
    return ring;
  }
}
