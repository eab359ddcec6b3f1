package fr.toitcommun.ejb.observatory.map;

import java.util.List;

/**
 * All that a picture shows.
 *
 * @param title the indicator
 * @param subtitle level, territory and date
 * @param facts what is counted alone, how, and from what
 * @param note definition, and what a reader must know
 * @param source of figures and shapes
 * @param panels one map; for two dates three: the earlier, the later, what has changed; with flows
 *     one without figures
 * @param flows null: none
 * @param leases whether flows are of leases, which lie where the dwelling lies
 */
public record MapContent(
    MapWords words,
    MapKind kind,
    String title,
    String subtitle,
    List<String> facts,
    String note,
    String source,
    MapGround ground,
    List<MapPanel> panels,
    Flows flows,
    boolean leases) {
  /** A text about flows: of leases, or of what was wished. */
  String flowText(String key, Object... values) {
    return words.text(leases ? key + ".leases" : key, values);
  }

  /** Names of the territories that cannot be drawn. */
  List<String> withoutShape() {
    return ground.places().stream()
        .filter(place -> place.shape() == null)
        .map(MapGround.Place::name)
        .toList();
  }
}
