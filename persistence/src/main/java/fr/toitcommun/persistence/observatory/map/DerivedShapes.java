package fr.toitcommun.persistence.observatory.map;

import fr.toitcommun.persistence.territory.Municipality;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Shapes for a file into which nobody imported any: each municipality has the ground nearer to its
 * point than to any other (Voronoi), as far as land is likely. They show where things are, not
 * where borders run, and a map says so.
 */
public final class DerivedShapes {
  /** How far from a municipality's point there is still land, in metres. */
  private static final double REACH = 9_000;

  /** How much of that is taken back, so that the outline follows the outermost points. */
  private static final double BACK = 5_000;

  private static final double SMOOTH = 600;

  private DerivedShapes() {}

  /**
   * The shapes of these municipalities.
   *
   * @param approximate codes of those whose point is only that of the middle of their EPCI
   */
  public static Shapes of(Collection<Municipality> municipalities, Collection<String> approximate) {
    Map<String, Coordinate> points = SpreadPoints.of(municipalities, approximate);
    Geometry land = land(points.values());
    PreparedGeometry inland = PreparedGeometryFactory.prepare(land);
    Map<String, Geometry> shapes = new TreeMap<>();
    cells(points)
        .forEach(
            (code, cell) ->
                shapes.put(code, inland.contains(cell) ? cell : cell.intersection(land)));
    return Shapes.ofMunicipalities(shapes, municipalities);
  }

  /** Where land is likely: around the points, islands apart. */
  static Geometry land(Collection<Coordinate> points) {
    Geometry around =
        new GeometryFactory()
            .createMultiPointFromCoords(points.toArray(Coordinate[]::new))
            .buffer(REACH)
            .buffer(-BACK);
    return TopologyPreservingSimplifier.simplify(around, SMOOTH);
  }

  /** The ground nearest to each point, by code. */
  static Map<String, Geometry> cells(Map<String, Coordinate> points) {
    VoronoiDiagramBuilder diagram = new VoronoiDiagramBuilder();
    diagram.setSites(List.copyOf(points.values()));
    Map<Coordinate, String> codes = new HashMap<>();
    points.forEach((code, point) -> codes.put(point, code));
    Geometry cells = diagram.getDiagram(new GeometryFactory());
    Map<String, Geometry> byCode = new HashMap<>();
    List<Geometry> unclaimed = new ArrayList<>();
    for (int i = 0; i < cells.getNumGeometries(); i++) {
      Geometry cell = cells.getGeometryN(i);
      String code = codes.get((Coordinate) cell.getUserData());
      if (code == null) {
        unclaimed.add(cell);
      } else {
        byCode.put(code, cell);
      }
    }
    if (!unclaimed.isEmpty() || byCode.size() != points.size()) {
      throw new IllegalStateException(
          "%d cells for %d points".formatted(byCode.size(), points.size()));
    }
    return byCode;
  }
}
