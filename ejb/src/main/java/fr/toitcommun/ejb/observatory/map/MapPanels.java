package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.persistence.observatory.map.Classes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Makes the maps of a picture from figures: what is compared has the same classes. */
final class MapPanels {
  private MapPanels() {}

  /** A map without figures, which flows are drawn on. */
  static MapPanel empty() {
    return new MapPanel("", Map.of(), new Classes(List.of()), 0, false, false);
  }

  /** One map; for two days three: the earlier, the later, what has changed. */
  static List<MapPanel> of(MapRequest request, MapFigures.Told told, MapGround ground) {
    boolean numbers = request.question().indicator().isCount();
    boolean compares = told.days().size() > 1;
    List<MapPanel> unclassed =
        told.days().stream()
            .map(
                day ->
                    new MapPanel(
                        compares ? day.label() : "",
                        whole(day, ground),
                        new Classes(List.of()),
                        0,
                        false,
                        numbers))
            .toList();
    double[] all =
        unclassed.stream().flatMapToDouble(one -> Arrays.stream(one.classed(ground))).toArray();
    Classes classes = Classes.of(all, request.method(), request.classes());
    List<MapPanel> panels = new ArrayList<>();
    for (MapPanel one : unclassed) {
      panels.add(new MapPanel(one.label(), one.values(), classes, highest(all), false, numbers));
    }
    if (compares) {
      panels.add(change(request, told, ground, panels));
    }
    return panels;
  }

  /** With none told where the answer names a territory not. */
  private static Map<String, MapValue> whole(MapFigures.OfDay day, MapGround ground) {
    Map<String, MapValue> whole = new HashMap<>(day.values());
    if (day.counted()) {
      ground.places().forEach(place -> whole.putIfAbsent(place.code(), MapValue.NONE));
    }
    return whole;
  }

  /** The change, with circles at the scale of the figures themselves. */
  private static MapPanel change(
      MapRequest request, MapFigures.Told told, MapGround ground, List<MapPanel> days) {
    Map<String, MapValue> changes = new HashMap<>();
    Map<String, MapValue> later = days.get(1).values();
    days.get(0).values().forEach((code, value) -> changes.put(code, value.to(later.get(code))));
    return new MapPanel(
        told.words().text("change"),
        changes,
        Classes.of(Svg.told(changes, ground), request.method(), request.classes()),
        days.get(0).highest(),
        true,
        days.get(0).numbers());
  }

  private static double highest(double[] values) {
    return DoubleStream.of(values).map(Math::abs).max().orElse(0);
  }
}
