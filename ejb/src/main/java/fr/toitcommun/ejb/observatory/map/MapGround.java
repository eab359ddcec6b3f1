package fr.toitcommun.ejb.observatory.map;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What figures are drawn on, in metres.
 *
 * @param places the territories that figures are told of
 * @param borders outlines drawn over them
 * @param extent what the picture shows
 * @param schematic whether shapes are only derived from points, which a picture must say
 * @param source who made the shapes
 */
public record MapGround(
    List<Place> places, List<Geometry> borders, Envelope extent, boolean schematic, String source) {

  /**
   * A territory.
   *
   * @param shape null: nobody gave one
   * @param middle a place inside; null without shape
   */
  public record Place(String code, String name, Geometry shape, Coordinate middle) {}

  /** The codes of the places that something can be drawn at. */
  Set<String> drawable() {
    return places.stream()
        .filter(place -> place.middle() != null)
        .map(Place::code)
        .collect(Collectors.toSet());
  }
}
