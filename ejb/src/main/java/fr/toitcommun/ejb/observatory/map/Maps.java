package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.map.Lambert93;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.partner.Scope;
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
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Geometry;

/**
 * Maps of the observatory's figures, as the observatory tells them: with the same scope and the
 * same secrecy.
 */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class Maps {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private MapGrounds grounds;
  @Inject private MapFigures figures;
  @Inject private MapFiles files;

  /**
   * A map with all that stands around it.
   *
   * @throws RefusedInput when the indicator or the territory is unknown, or the indicator cannot be
   *     told at that level
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
    for (MapGround.Place place : ground(level, territory, "").places()) {
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

  /** The days on which there is a snapshot, the latest first. */
  public List<LocalDate> days() {
    return figures.days();
  }

  /** The territories that can be shown alone: names by code, départements first. */
  public Map<String, String> territories() {
    Map<String, String> territories = new java.util.LinkedHashMap<>();
    List<Municipality> own = observed(null);
    territories.putAll(grounds.names(TerritoryLevel.DEPARTEMENT, own));
    grounds.names(TerritoryLevel.EPCI, own).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(java.text.Collator.getInstance(Locale.FRANCE)))
        .forEach(one -> territories.put(one.getKey(), one.getValue()));
    return territories;
  }

  private List<Municipality> observed(String territory) {
    Scope scope = agent.scope();
    return grounds.within(territory).stream()
        .filter(one -> scope.departements().contains(one.departementCode()))
        .toList();
  }

  private MapGround ground(TerritoryLevel level, String territory, String derived) {
    List<Municipality> own = observed(territory);
    if (own.isEmpty()) {
      throw RefusedInput.at("territory", "UNKNOWN_CODE", String.valueOf(territory));
    }
    return grounds.of(level, own, territory, derived);
  }

  private MapContent content(MapRequest request, Locale language) {
    MapFigures.Told told = figures.tell(request, language);
    MapWords words = told.words();
    MapGround ground = ground(request.level(), request.territory(), words.text("source.derived"));
    LocalDate today = LocalDate.now(clock);
    Flows flows = request.kind() == MapKind.FLOWS ? flows(request) : null;
    List<MapPanel> panels =
        flows == null ? MapPanels.of(request, told, ground) : List.of(MapPanels.empty());
    String territory =
        request.territory() == null
            ? words.text("everywhere")
            : territories().get(request.territory());
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

  private Flows flows(MapRequest request) {
    Map<String, String> codes = new java.util.HashMap<>();
    for (Municipality one : grounds.within(null)) {
      request.level().codeOf(one).ifPresent(code -> codes.put(one.code(), code));
    }
    return new FlowReader(jdbi)
        .read(
            agent.scope().departements(),
            codes,
            observed(request.territory()).stream()
                .map(Municipality::code)
                .collect(java.util.stream.Collectors.toSet()),
            references.current().value("SMALL_CELL_THRESHOLD", LocalDate.now(clock)),
            request.flows());
  }
}
