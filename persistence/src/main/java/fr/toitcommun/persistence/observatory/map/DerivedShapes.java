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
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Shapes for a file into which nobody imported any: each municipality has the ground nearer to its
 * point than to any other (Voronoi), as far as land is likely. They show where things are, not
 * where borders run, and a map says so.
 */
public final class DerivedShapes {
  /** Between points nearer to each other than this (metres) there is land. */
  private static final double REACH = 18_000;

  /** How far beyond the outermost points the land goes, in metres. */
  private static final double SHORE = 3_500;

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

  /** Where land is likely: between points near to each other and around all, islands apart. */
  static Geometry land(Collection<Coordinate> points) {
    GeometryFactory factory = new GeometryFactory();
    DelaunayTriangulationBuilder triangulation = new DelaunayTriangulationBuilder();
    triangulation.setSites(points);
    Geometry triangles = triangulation.getTriangles(factory);
    List<Geometry> parts = new ArrayList<>();
    parts.add(factory.createMultiPointFromCoords(points.toArray(Coordinate[]::new)));
    for (int i = 0; i < triangles.getNumGeometries(); i++) {
      Coordinate[] corners = triangles.getGeometryN(i).getCoordinates();
      if (corners[0].distance(corners[1]) < REACH
          && corners[1].distance(corners[2]) < REACH
          && corners[2].distance(corners[0]) < REACH) {
        parts.add(triangles.getGeometryN(i));
      }
    }
    Geometry mainland = Shapes.union(parts.subList(1, parts.size()));
    Geometry islands = parts.get(0).difference(mainland);
    Geometry around = Shapes.union(List.of(mainland.buffer(SHORE), islands.buffer(SHORE)));
    List<Geometry> filled = new ArrayList<>();
    for (int i = 0; i < around.getNumGeometries(); i++) {
      // A hole is a place without points of the file, no water.
      filled.add(factory.createPolygon(((Polygon) around.getGeometryN(i)).getExteriorRing()));
    }
    return TopologyPreservingSimplifier.simplify(Shapes.union(filled), SMOOTH);
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
