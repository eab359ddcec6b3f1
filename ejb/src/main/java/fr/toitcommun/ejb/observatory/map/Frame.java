package fr.toitcommun.ejb.observatory.map;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * From metres to whole units of a drawing, north up. Neighbours share a border in metres, so they
 * share it in units.
 */
final class Frame {
  /** Half a pixel of a picture as wide as a desk's screen. */
  static final int WIDTH = 2000;

  /** A country higher than wide is drawn no higher than this. */
  static final int HIGHEST = 1800;

  private static final double MARGIN = 20;

  private final Envelope extent;
  private final double scale;

  Frame(Envelope extent) {
    this.extent = extent;
    scale =
        Math.min(
            (WIDTH - 2 * MARGIN) / Math.max(1, extent.getWidth()),
            (HIGHEST - 2 * MARGIN) / Math.max(1, extent.getHeight()));
  }

  /** Units from left to right. */
  int width() {
    return (int) Math.round(extent.getWidth() * scale + 2 * MARGIN);
  }

  /** Units from top to bottom. */
  int height() {
    return (int) Math.round(extent.getHeight() * scale + 2 * MARGIN);
  }

  /** Units of so many metres. */
  double units(double metres) {
    return metres * scale;
  }

  int x(Coordinate place) {
    return (int) Math.round((place.x - extent.getMinX()) * scale + MARGIN);
  }

  int y(Coordinate place) {
    return (int) Math.round((extent.getMaxY() - place.y) * scale + MARGIN);
  }

  /** The outline of a shape as SVG path data, in steps. */
  String path(Geometry shape) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon) {
        ring(polygon.getExteriorRing().getCoordinates(), i == 0, path);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(polygon.getInteriorRingN(hole).getCoordinates(), false, path);
        }
      }
    }
    return path.toString();
  }

  /**
   * A ring.
   *
   * @param kept whether it is drawn even when too small to be seen, so that the shape can be
   *     reached
   */
  private void ring(Coordinate[] places, boolean kept, StringBuilder path) {
    int begin = path.length();
    int x = x(places[0]);
    int y = y(places[0]);
    path.append('M').append(x).append(' ').append(y);
    int steps = 0;
    for (int i = 1; i < places.length - 1; i++) {
      int dx = x(places[i]) - x;
      int dy = y(places[i]) - y;
      if (dx != 0 || dy != 0) {
        path.append(steps == 0 ? "l" : dx < 0 ? "" : " ").append(dx);
        path.append(dy < 0 ? "" : " ").append(dy);
        x += dx;
        y += dy;
        steps++;
      }
    }
    if (steps >= 2) {
      path.append('z');
    } else if (kept) {
      path.setLength(begin);
      path.append('M').append(x).append(' ').append(y).append("h2v2h-2z");
    } else {
      path.setLength(begin);
    }
  }
}
