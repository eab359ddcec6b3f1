package fr.toitcommun.persistence.observatory.map;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * The projection that French maps are drawn in (RGF93 / Lambert-93, EPSG 2154; decree 2000-1276),
 * in metres. Its constants are those that IGN publishes (NTG 71).
 */
public final class Lambert93 {
  private static final double ECCENTRICITY = 0.0818191910428158;
  private static final double EXPONENT = 0.7256077650532670;
  private static final double SCALE = 11_754_255.426096;
  private static final double POLE_X = 700_000;
  private static final double POLE_Y = 12_655_612.049876;
  private static final double MERIDIAN = Math.toRadians(3);

  /** Steps of the inverse: each gains about two digits and a half. */
  private static final int STEPS = 8;

  private Lambert93() {}

  /** A place by longitude and latitude in degrees, in metres. */
  public static Coordinate project(double longitude, double latitude) {
    double phi = Math.toRadians(latitude);
    double isometric = Math.log(Math.tan(Math.PI / 4 + phi / 2)) - flattened(Math.sin(phi));
    double radius = SCALE * Math.exp(-EXPONENT * isometric);
    double angle = EXPONENT * (Math.toRadians(longitude) - MERIDIAN);
    return new Coordinate(POLE_X + radius * Math.sin(angle), POLE_Y - radius * Math.cos(angle));
  }

  /** A place in metres, by longitude (x) and latitude (y) in degrees. */
  public static Coordinate degrees(double x, double y) {
    double radius = Math.hypot(x - POLE_X, y - POLE_Y);
    double angle = Math.atan2(x - POLE_X, POLE_Y - y);
    double isometric = -Math.log(radius / SCALE) / EXPONENT;
    double phi = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2;
    for (int step = 0; step < STEPS; step++) {
      phi = 2 * Math.atan(Math.exp(isometric + flattened(Math.sin(phi)))) - Math.PI / 2;
    }
    return new Coordinate(Math.toDegrees(MERIDIAN + angle / EXPONENT), Math.toDegrees(phi));
  }

  private static double flattened(double sine) {
    return ECCENTRICITY / 2 * Math.log((1 + ECCENTRICITY * sine) / (1 - ECCENTRICITY * sine));
  }

  /** A shape in degrees, in metres. */
  public static Geometry project(Geometry degrees) {
    return edited(degrees, place -> project(place.x, place.y));
  }

  /** A shape in metres, in degrees. */
  public static Geometry degrees(Geometry metres) {
    return edited(metres, place -> degrees(place.x, place.y));
  }

  private static Geometry edited(
      Geometry shape, java.util.function.UnaryOperator<Coordinate> change) {
    return new GeometryEditor()
        .edit(
            shape,
            new GeometryEditor.CoordinateSequenceOperation() {
              @Override
              public CoordinateSequence edit(CoordinateSequence places, Geometry part) {
                Coordinate[] changed = places.toCoordinateArray().clone();
                java.util.Arrays.setAll(changed, i -> change.apply(changed[i]));
                return part.getFactory().getCoordinateSequenceFactory().create(changed);
              }
            });
  }
}
