package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.map.MapImport;
import fr.toitcommun.persistence.observatory.map.Shapes;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** What maps are drawn on: the territories of a level, all or those of one larger territory. */
@Dependent
class MapGrounds {
  private final ShapesInUse shapesInUse;
  private final References references;

  @Inject
  MapGrounds(ShapesInUse shapesInUse, References references) {
    this.shapesInUse = shapesInUse;
    this.references = references;
  }

  /**
   * The ground of a map.
   *
   * @param within the municipalities that lie in it
   * @param territory code of the département or EPCI shown alone; null: all
   * @param derived what shapes are said to be that nobody imported
   */
  MapGround of(TerritoryLevel level, List<Municipality> within, String territory, String derived) {
    return of(shapesInUse.current(), level, within, territory, derived);
  }

  /** The ground of a picture of shapes themselves: every municipality. */
  MapGround of(Shapes shapes, Optional<MapImport> origin) {
    return of(
        new ShapesInUse.Used(shapes, origin),
        TerritoryLevel.MUNICIPALITY,
        within(Map.of()),
        null,
        "");
  }

  private MapGround of(
      ShapesInUse.Used used,
      TerritoryLevel level,
      List<Municipality> within,
      String territory,
      String derived) {
    Map<String, String> names = names(level, within);
    Shapes shapes = used.shapes();
    List<MapGround.Place> places = new ArrayList<>();
    Envelope extent = new Envelope();
    names.forEach(
        (code, name) -> {
          Geometry shape = shapes.of(level).get(code);
          Point middle = shapes.middle(level, code);
          places.add(
              new MapGround.Place(
                  code, name, shape, middle == null ? null : middle.getCoordinate()));
          if (shape != null) {
            extent.expandToInclude(shape.getEnvelopeInternal());
          }
        });
    if (extent.isNull()) {
      extent.init(0, 1, 0, 1);
    }
    return new MapGround(
        places,
        borders(shapes, within, territory),
        extent,
        used.origin().isEmpty(),
        used.origin().map(one -> one.source() + ", " + one.shapesYear()).orElse(derived));
  }

  /** The municipalities of a territory. */
  List<Municipality> within(String territory) {
    return references.current().municipalities().stream()
        .filter(
            one ->
                territory == null
                    || territory.equals(one.departementCode())
                    || territory.equals(one.epciSiren()))
        .toList();
  }

  /** The municipalities that filters leave, any of the values of each. */
  List<Municipality> within(Map<Axis, Set<String>> filters) {
    return references.current().municipalities().stream()
        .filter(
            one ->
                filters.entrySet().stream()
                    .allMatch(
                        filter ->
                            TerritoryLevel.valueOf(filter.getKey().name())
                                .codeOf(one)
                                .filter(filter.getValue()::contains)
                                .isPresent()))
        .toList();
  }

  /** What a département or EPCI is called. */
  Optional<String> name(String territory) {
    return territory == null
        ? Optional.empty()
        : within(territory).stream()
            .findFirst()
            .map(
                one ->
                    territory.equals(one.epciSiren())
                        ? one.epciName()
                        : references.current().departements().get(territory));
  }

  /** The territories of a level that municipalities are in, by code. */
  Map<String, String> names(TerritoryLevel level, Collection<Municipality> municipalities) {
    Reference reference = references.current();
    Map<String, String> names = new TreeMap<>();
    for (Municipality one : municipalities) {
      level
          .codeOf(one)
          .ifPresent(
              code ->
                  names.computeIfAbsent(
                      code,
                      any ->
                          switch (level) {
                            case MUNICIPALITY -> one.name();
                            case EPCI -> one.epciName();
                            case DEPARTEMENT -> reference.departements().get(code);
                          }));
    }
    return names;
  }

  private List<Geometry> borders(Shapes shapes, List<Municipality> within, String territory) {
    Map<String, Geometry> departements = shapes.of(TerritoryLevel.DEPARTEMENT);
    Stream<Geometry> drawn =
        territory == null
            ? names(TerritoryLevel.DEPARTEMENT, within).keySet().stream().map(departements::get)
            : Stream.of(departements, shapes.of(TerritoryLevel.EPCI))
                .map(level -> level.get(territory));
    return drawn.filter(shape -> shape != null).toList();
  }
}
