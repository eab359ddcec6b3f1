package fr.toitcommun.persistence.observatory.map;

import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The shapes of the territories of each level, in metres of {@link Lambert93}. Never changed once
 * made: threads may share it.
 */
public final class Shapes {
  /** A hole in a union smaller than this (square metres) is a seam between shapes, no lake. */
  private static final double SEAM = 1_000_000;

  private final Map<TerritoryLevel, Map<String, Geometry>> byLevel =
      new EnumMap<>(TerritoryLevel.class);
  private final Map<TerritoryLevel, Map<String, Point>> middles =
      new EnumMap<>(TerritoryLevel.class);

  /** Of these shapes, by level and code. */
  public Shapes(Map<TerritoryLevel, Map<String, Geometry>> shapes) {
    for (TerritoryLevel level : TerritoryLevel.values()) {
      Map<String, Geometry> ofLevel = new TreeMap<>(shapes.getOrDefault(level, Map.of()));
      byLevel.put(level, ofLevel);
      Map<String, Point> points = new TreeMap<>();
      ofLevel.forEach((code, shape) -> points.put(code, largest(shape).getInteriorPoint()));
      middles.put(level, points);
    }
  }

  /**
   * Of the shapes of municipalities: those of the other levels are unions of them.
   *
   * @param shapes by INSEE code
   */
  public static Shapes ofMunicipalities(
      Map<String, Geometry> shapes, Collection<Municipality> municipalities) {
    Map<TerritoryLevel, Map<String, Geometry>> byLevel = new EnumMap<>(TerritoryLevel.class);
    byLevel.put(TerritoryLevel.MUNICIPALITY, shapes);
    for (TerritoryLevel level : List.of(TerritoryLevel.EPCI, TerritoryLevel.DEPARTEMENT)) {
      Map<String, List<Geometry>> parts = new TreeMap<>();
      for (Municipality municipality : municipalities) {
        Geometry shape = shapes.get(municipality.code());
        if (shape != null) {
          level
              .codeOf(municipality)
              .ifPresent(code -> parts.computeIfAbsent(code, any -> new ArrayList<>()).add(shape));
        }
      }
      Map<String, Geometry> unions = new TreeMap<>();
      parts.forEach((code, several) -> unions.put(code, union(several)));
      byLevel.put(level, unions);
    }
    return new Shapes(byLevel);
  }

  /** Several shapes as one; seams where borders do not meet exactly are closed. */
  static Geometry union(Collection<Geometry> parts) {
    Geometry union;
    try {
      union = CoverageUnion.union(parts.toArray(Geometry[]::new));
    } catch (RuntimeException bordersDoNotMeet) {
      union = null;
    }
    if (union == null || !union.isValid()) {
      union =
          OverlayNGRobust.union(
              parts.iterator().next().getFactory().buildGeometry(List.copyOf(parts)));
    }
    return withoutSeams(union);
  }

  private static Geometry withoutSeams(Geometry shape) {
    List<Polygon> closed = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon) {
        List<org.locationtech.jts.geom.LinearRing> holes = new ArrayList<>();
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          if (polygon.getFactory().createPolygon(polygon.getInteriorRingN(hole)).getArea()
              >= SEAM) {
            holes.add(polygon.getInteriorRingN(hole));
          }
        }
        closed.add(
            polygon
                .getFactory()
                .createPolygon(
                    polygon.getExteriorRing(),
                    holes.toArray(org.locationtech.jts.geom.LinearRing[]::new)));
      }
    }
    return closed.size() == 1
        ? closed.get(0)
        : shape.getFactory().createMultiPolygon(closed.toArray(Polygon[]::new));
  }

  private static Geometry largest(Geometry shape) {
    Geometry largest = shape;
    double area = -1;
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i).getArea() > area) {
        largest = shape.getGeometryN(i);
        area = largest.getArea();
      }
    }
    return largest;
  }

  /** The shapes of a level by code, in the order of the codes. */
  public Map<String, Geometry> of(TerritoryLevel level) {
    return java.util.Collections.unmodifiableMap(byLevel.get(level));
  }

  /** A place inside the largest part of a shape; null when there is no such shape. */
  public Point middle(TerritoryLevel level, String code) {
    return middles.get(level).get(code);
  }
}
