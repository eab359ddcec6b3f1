package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.observatory.Answering;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.map.Lambert93;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes maps for whoever may have them: an agent through {@link Maps}, or a job on behalf of a
 * partner.
 */
@Dependent
public class MapMaking {
  @Inject private Clock clock;
  @Inject private MapGrounds grounds;
  @Inject private MapFigures figures;

  /**
   * A map with title, legend and source in one drawing, for a report.
   *
   * @param answering who answers, in the language of the map and of the départements that are seen
   * @throws RefusedInput when a filter names what nobody knows, or places out of what is seen alone
   */
  public MapSheet sheet(MapRequest request, Answering answering) {
    MapPicture picture = new MapPicture(content(request, answering));
    return new MapSheet(picture.sheet(), picture.description());
  }

  /** The shapes of a level in degrees, by code. */
  Map<String, Geometry> shapes(TerritoryLevel level, String territory, List<String> departements) {
    Map<String, Geometry> shapes = new TreeMap<>();
    List<Municipality> own = observed(grounds.within(territory), departements);
    if (own.isEmpty()) {
      throw RefusedInput.at("territory", "UNKNOWN_CODE", String.valueOf(territory));
    }
    for (MapGround.Place place : grounds.of(level, own, territory, "").places()) {
      if (place.shape() != null) {
        shapes.put(place.code(), Lambert93.degrees(place.shape()));
      }
    }
    return shapes;
  }

  private static List<Municipality> observed(List<Municipality> among, List<String> departements) {
    return among.stream().filter(one -> departements.contains(one.departementCode())).toList();
  }

  private MapGround ground(MapRequest request, String derived, List<String> departements) {
    Map<Axis, Set<String>> places = request.places();
    List<Municipality> own = observed(grounds.within(places), departements);
    if (own.isEmpty()) {
      throw new RefusedInput(
          places.entrySet().stream()
              .map(one -> Fault.at("f." + one.getKey(), "UNKNOWN_CODE", one.getValue()))
              .toList());
    }
    return grounds.of(request.level(), own, request.territory(), derived);
  }

  /** All that stands on a map and around it. */
  MapContent content(MapRequest request, Answering answering) {
    MapFigures.Told told = figures.tell(request, codes(request.level()), answering);
    MapWords words = told.words();
    MapGround ground = ground(request, words.text("source.derived"), answering.departements());
    Flows flows =
        told.flows() == null
            ? null
            : FlowReader.of(told.flows(), ground.drawable(), request.flows());
    List<MapPanel> panels =
        flows == null ? MapPanels.of(request, told, ground) : List.of(MapPanels.empty());
    boolean leases = request.question().indicator().countsLeases();
    List<String> notes = new ArrayList<>();
    notes.add(told.definition());
    if (flows != null) {
      notes.add(words.text(leases ? "flows.definition.leases" : "flows.definition"));
    }
    if (ground.schematic()) {
      notes.add(words.text("schematic"));
    }
    return new MapContent(
        words,
        request.kind(),
        flows == null
            ? told.name()
            : words.text(leases ? "flows.title.leases" : "flows.title", told.name()),
        words.text(
            "subtitle",
            words.text("level." + request.level()),
            grounds
                .name(request.territory())
                .orElse(words.text(request.places().isEmpty() ? "everywhere" : "chosen")),
            String.join(" – ", told.days().stream().map(MapFigures.OfDay::label).toList())),
        told.facts(),
        String.join(" ", notes),
        words.text("source", words.date(LocalDate.now(clock)), ground.source()),
        ground,
        panels,
        flows,
        leases);
  }

  private Map<String, String> codes(TerritoryLevel level) {
    Map<String, String> codes = new HashMap<>();
    for (Municipality one : grounds.within(Map.of())) {
      level.codeOf(one).ifPresent(code -> codes.put(one.code(), code));
    }
    return codes;
  }
}
