package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.map.Lambert93;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * Maps of the observatory's figures, as the observatory tells them: with the same scope and the
 * same secrecy.
 */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class Maps {
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private MapGrounds grounds;
  @Inject private MapFigures figures;
  @Inject private MapFiles files;

  /**
   * A map with all that stands around it.
   *
   * @throws RefusedInput when a filter names what nobody knows, or places out of the caller's
   *     territory alone
   */
  public MapView view(MapRequest request, Locale language) {
    return MapViews.of(content(request, language));
  }

  /**
   * The same as a file.
   *
   * @throws RefusedInput as {@link #view}
   */
  public byte[] file(MapRequest request, MapFormat format, Locale language) {
    MapContent content = content(request, language);
    return files.make(content, format == MapFormat.PDF ? MapViews.of(content) : null, format);
  }

  /**
   * A map with title, legend and source in one drawing, for a report.
   *
   * @throws RefusedInput as {@link #view}
   */
  public MapSheet sheet(MapRequest request, Locale language) {
    MapPicture picture = new MapPicture(content(request, language));
    return new MapSheet(picture.sheet(), picture.description());
  }

  /**
   * The shapes of a level in degrees, by code.
   *
   * @param territory code of a département or EPCI; null: all that the caller observes
   * @throws RefusedInput when the territory is unknown
   */
  public Map<String, Geometry> shapes(TerritoryLevel level, String territory) {
    Map<String, Geometry> shapes = new java.util.TreeMap<>();
    List<Municipality> own = observed(grounds.within(territory));
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

  /** The indicators that a map can show, by name. */
  public Map<Indicator, String> indicators(Locale language) {
    return figures.indicators(language);
  }

  private List<Municipality> observed(List<Municipality> among) {
    Scope scope = agent.scope();
    return among.stream()
        .filter(one -> scope.departements().contains(one.departementCode()))
        .toList();
  }

  private MapGround ground(MapRequest request, String derived) {
    Map<Axis, Set<String>> places = request.places();
    List<Municipality> own = observed(grounds.within(places));
    if (own.isEmpty()) {
      throw new RefusedInput(
          places.entrySet().stream()
              .map(one -> Fault.at("f." + one.getKey(), "UNKNOWN_CODE", one.getValue()))
              .toList());
    }
    return grounds.of(request.level(), own, request.territory(), derived);
  }

  private MapContent content(MapRequest request, Locale language) {
    MapFigures.Told told = figures.tell(request, codes(request.level()), language);
    MapWords words = told.words();
    MapGround ground = ground(request, words.text("source.derived"));
    Flows flows =
        told.flows() == null
            ? null
            : FlowReader.of(told.flows(), ground.drawable(), request.flows());
    List<MapPanel> panels =
        flows == null ? MapPanels.of(request, told, ground) : List.of(MapPanels.empty());
    List<String> notes = new ArrayList<>();
    notes.add(told.definition());
    if (flows != null) {
      notes.add(words.text("flows.definition"));
    }
    if (ground.schematic()) {
      notes.add(words.text("schematic"));
    }
    return new MapContent(
        words,
        request.kind(),
        flows == null ? told.name() : words.text("flows.title", told.name()),
        words.text(
            "subtitle",
            words.text("level." + request.level()),
            grounds.name(request.territory()).orElse(words.text("everywhere")),
            String.join(" – ", told.days().stream().map(MapFigures.OfDay::label).toList())),
        told.facts(),
        String.join(" ", notes),
        words.text("source", words.date(LocalDate.now(clock)), ground.source()),
        ground,
        panels,
        flows);
  }

  private Map<String, String> codes(TerritoryLevel level) {
    Map<String, String> codes = new java.util.HashMap<>();
    for (Municipality one : grounds.within(Map.of())) {
      level.codeOf(one).ifPresent(code -> codes.put(one.code(), code));
    }
    return codes;
  }
}
