package fr.toitcommun.persistence.observatory.map;

import fr.toitcommun.persistence.territory.Municipality;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A place for every municipality, no two at the same one. Where only the EPCI of a municipality is
 * known, it is put where its EPCI has most room left.
 */
final class SpreadPoints {
  /** Distance between the places tried, in metres. */
  private static final double GRID = 1_500;

  /** Places tried for each municipality, at least. */
  private static final int PLACES_EACH = 9;

  /** Distance around places without EPCI or known neighbour that are looked at, in metres. */
  private static final double NEAR = 12_000;

  private SpreadPoints() {}

  /**
   * Places by code, in metres.
   *
   * @param approximate codes of the municipalities whose own point nobody knows
   */
  static Map<String, Coordinate> of(
      Collection<Municipality> municipalities, Collection<String> approximate) {
    Map<String, Coordinate> known = new TreeMap<>();
    Map<String, Coordinate> unknown = new TreeMap<>();
    Set<String> unsure = Set.copyOf(approximate);
    Set<Coordinate> taken = new java.util.HashSet<>();
    Map<String, String> groups = new HashMap<>();
    for (Municipality one : municipalities) {
      Coordinate point = Lambert93.project(one.longitude(), one.latitude());
      boolean sure = !unsure.contains(one.code()) && taken.add(point);
      (sure ? known : unknown).put(one.code(), point);
      groups.put(
          one.code(), one.departementCode() + (one.epciSiren() == null ? "" : one.epciSiren()));
    }
    Map<String, Coordinate> placed = new TreeMap<>(known);
    Map<String, List<String>> unknownOf =
        unknown.keySet().stream().collect(Collectors.groupingBy(groups::get));
    Map<String, PreparedGeometry> grounds = grounds(known, groups);
    unknownOf.forEach(
        (group, codes) -> place(codes, grounds.get(group), known.values(), unknown, placed));
    return placed;
  }

  /** Where the municipalities of each group that are known lie. */
  private static Map<String, PreparedGeometry> grounds(
      Map<String, Coordinate> known, Map<String, String> groups) {
    if (known.isEmpty()) {
      return Map.of();
    }
    Geometry land = DerivedShapes.land(known.values());
    return DerivedShapes.cells(known).entrySet().stream()
        .collect(
            Collectors.groupingBy(
                cell -> groups.get(cell.getKey()),
                Collectors.collectingAndThen(
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList()),
                    cells ->
                        PreparedGeometryFactory.prepare(Shapes.union(cells).intersection(land)))));
  }

  private static void place(
      List<String> codes,
      PreparedGeometry ground,
      Collection<Coordinate> known,
      Map<String, Coordinate> stated,
      Map<String, Coordinate> placed) {
    Coordinate first = stated.get(codes.get(0));
    Envelope where =
        ground == null ? new Envelope(first) : ground.getGeometry().getEnvelopeInternal();
    where.expandBy(ground == null ? NEAR : 0);
    List<Coordinate> tried = new ArrayList<>();
    GeometryFactory factory = new GeometryFactory();
    double area = ground == null ? where.getArea() : ground.getGeometry().getArea();
    double step = Math.min(GRID, Math.sqrt(area / (PLACES_EACH * codes.size())));
    for (double x = where.getMinX(); x <= where.getMaxX(); x += step) {
      for (double y = where.getMinY(); y <= where.getMaxY(); y += step) {
        Coordinate at = new Coordinate(x, y);
        if (ground == null || ground.contains(factory.createPoint(at))) {
          tried.add(at);
        }
      }
    }
    Envelope near = new Envelope(where);
    near.expandBy(NEAR);
    List<Coordinate> around = known.stream().filter(near::contains).toList();
    double[] room = new double[tried.size()];
    for (int i = 0; i < room.length; i++) {
      room[i] = Double.MAX_VALUE;
      for (Coordinate one : around) {
        room[i] = Math.min(room[i], tried.get(i).distance(one));
      }
    }
    for (String code : codes) {
      int best = widest(room);
      Coordinate at = tried.get(best);
      placed.put(code, at);
      for (int i = 0; i < room.length; i++) {
        room[i] = Math.min(room[i], tried.get(i).distance(at));
      }
    }
  }

  private static int widest(double[] room) {
    int best = 0;
    for (int i = 1; i < room.length; i++) {
      if (room[i] > room[best]) {
        best = i;
      }
    }
    return best;
  }
}
