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
    return new MapPanel("", Map.of(), new Classes(List.of()), 0, false);
  }

  /** One map; for two days three: the earlier, the later, what has changed. */
  static List<MapPanel> of(MapRequest request, MapFigures.Told told, MapGround ground) {
    double[] all =
        told.days().stream()
            .flatMapToDouble(day -> Arrays.stream(Svg.told(day.values(), ground)))
            .toArray();
    Classes classes = Classes.of(all, request.method(), request.classes());
    List<MapPanel> panels = new ArrayList<>();
    boolean compares = told.days().size() > 1;
    for (MapFigures.OfDay day : told.days()) {
      panels.add(
          new MapPanel(compares ? day.label() : "", day.values(), classes, highest(all), false));
    }
    if (compares) {
      panels.add(change(request, told, ground, highest(all)));
    }
    return panels;
  }

  /** The change, with circles at the scale of the figures themselves. */
  private static MapPanel change(
      MapRequest request, MapFigures.Told told, MapGround ground, double highest) {
    Map<String, MapValue> changes = new HashMap<>();
    Map<String, MapValue> later = told.days().get(1).values();
    told.days()
        .get(0)
        .values()
        .forEach((code, value) -> changes.put(code, value.to(later.get(code))));
    return new MapPanel(
        told.words().text("change"),
        changes,
        Classes.of(Svg.told(changes, ground), request.method(), request.classes()),
        highest,
        true);
  }

  private static double highest(double[] values) {
    return DoubleStream.of(values).map(Math::abs).max().orElse(0);
  }
}
