package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.observatory.Answering;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.map.Lambert93;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes maps for whoever may have them: an agent through {@link Maps}, or a job on behalf of a
 * partner.
 */
@Dependent
public class MapMaking {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private MapGrounds grounds;
  @Inject private MapFigures figures;

  /**
   * A map with title, legend and source in one drawing, for a report.
   *
   * @param answering who answers, in the language of the map and of the départements that are seen
   * @throws RefusedInput when the indicator or the territory is unknown, or the indicator cannot be
   *     told at that level
   */
  public MapSheet sheet(MapRequest request, Answering answering) {
    MapPicture picture = new MapPicture(content(request, answering));
    return new MapSheet(picture.sheet(), picture.description());
  }

  /** The shapes of a level in degrees, by code. */
  Map<String, Geometry> shapes(TerritoryLevel level, String territory, List<String> departements) {
    Map<String, Geometry> shapes = new TreeMap<>();
    for (MapGround.Place place : ground(level, territory, "", departements).places()) {
      if (place.shape() != null) {
        shapes.put(place.code(), Lambert93.degrees(place.shape()));
      }
    }
    return shapes;
  }

  /** The territories that can be shown alone: names by code, départements first. */
  Map<String, String> territories(List<String> departements) {
    Map<String, String> territories = new LinkedHashMap<>();
    List<Municipality> own = observed(null, departements);
    territories.putAll(grounds.names(TerritoryLevel.DEPARTEMENT, own));
    grounds.names(TerritoryLevel.EPCI, own).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Collator.getInstance(Locale.FRANCE)))
        .forEach(one -> territories.put(one.getKey(), one.getValue()));
    return territories;
  }

  private List<Municipality> observed(String territory, List<String> departements) {
    return grounds.within(territory).stream()
        .filter(one -> departements.contains(one.departementCode()))
        .toList();
  }

  private MapGround ground(
      TerritoryLevel level, String territory, String derived, List<String> departements) {
    List<Municipality> own = observed(territory, departements);
    if (own.isEmpty()) {
      throw RefusedInput.at("territory", "UNKNOWN_CODE", String.valueOf(territory));
    }
    return grounds.of(level, own, territory, derived);
  }

  /** All that stands on a map and around it. */
  MapContent content(MapRequest request, Answering answering) {
    List<String> departements = answering.departements();
    MapFigures.Told told = figures.tell(request, answering);
    MapWords words = told.words();
    MapGround ground =
        ground(request.level(), request.territory(), words.text("source.derived"), departements);
    LocalDate today = LocalDate.now(clock);
    Flows flows = request.kind() == MapKind.FLOWS ? flows(request, departements) : null;
    List<MapPanel> panels =
        flows == null ? MapPanels.of(request, told, ground) : List.of(MapPanels.empty());
    String territory =
        request.territory() == null
            ? words.text("everywhere")
            : territories(departements).get(request.territory());
    List<String> notes = new ArrayList<>();
    notes.add(flows == null ? told.definition() : words.text("flows.definition"));
    if (ground.schematic()) {
      notes.add(words.text("schematic"));
    }
    return new MapContent(
        words,
        request.kind(),
        flows == null ? told.name() : words.text("flows.title"),
        words.text(
            "subtitle",
            words.text("level." + request.level()),
            territory,
            flows == null ? told.when() : words.date(today)),
        String.join(" ", notes),
        words.text("source", words.date(today), ground.source()),
        ground,
        panels,
        flows);
  }

  private Flows flows(MapRequest request, List<String> departements) {
    Map<String, String> codes = new HashMap<>();
    for (Municipality one : grounds.within(null)) {
      request.level().codeOf(one).ifPresent(code -> codes.put(one.code(), code));
    }
    return new FlowReader(jdbi)
        .read(
            departements,
            codes,
            observed(request.territory(), departements).stream()
                .map(Municipality::code)
                .collect(Collectors.toSet()),
            references.current().value("SMALL_CELL_THRESHOLD", LocalDate.now(clock)),
            request.flows());
  }
}
