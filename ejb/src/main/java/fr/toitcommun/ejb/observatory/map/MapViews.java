package fr.toitcommun.ejb.observatory.map;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts a map, its legend and its table together for a reader. */
final class MapViews {
  private MapViews() {}

  static MapView of(MapContent content) {
    MapPicture picture = new MapPicture(content);
    List<MapView.Picture> pictures = new ArrayList<>();
    for (int i = 0; i < content.panels().size(); i++) {
      pictures.add(
          new MapView.Picture(
              content.panels().get(i).label(),
              picture.map(i),
              picture.description(i),
              picture.legend(i)));
    }
    return new MapView(
        content.title(),
        content.subtitle(),
        content.facts(),
        content.note(),
        content.source(),
        picture.description(),
        picture.flowsSaid(),
        pictures,
        columns(content),
        content.flows() == null ? places(content) : flows(content),
        content.withoutShape());
  }

  private static List<String> columns(MapContent content) {
    List<String> columns = new ArrayList<>();
    columns.add(
        content.flows() == null
            ? content.words().text("column.place")
            : content.flowText("column.flow"));
    for (MapPanel panel : content.panels()) {
      columns.add(panel.label().isEmpty() ? content.title() : panel.label());
    }
    return columns;
  }

  private static List<MapView.Row> places(MapContent content) {
    Collator collator = Collator.getInstance(Locale.FRANCE);
    return content.ground().places().stream()
        .sorted(Comparator.comparing(MapGround.Place::name, collator))
        .map(
            place ->
                new MapView.Row(
                    place.code(),
                    place.name(),
                    content.panels().stream().map(panel -> value(content, panel, place)).toList()))
        .toList();
  }

  private static MapView.Value value(MapContent content, MapPanel panel, MapGround.Place place) {
    MapValue value = panel.values().get(place.code());
    return new MapView.Value(
        panel.difference() ? content.words().change(value) : content.words().figure(value),
        value != null && value.told() ? value.value() : null);
  }

  private static List<MapView.Row> flows(MapContent content) {
    Map<String, String> names =
        content.ground().places().stream()
            .collect(Collectors.toMap(MapGround.Place::code, MapGround.Place::name));
    return content.flows().shown().stream()
        .map(
            flow ->
                new MapView.Row(
                    flow.from() + "-" + flow.to(),
                    content
                        .words()
                        .text(
                            "way",
                            names.getOrDefault(flow.from(), flow.from()),
                            names.getOrDefault(flow.to(), flow.to())),
                    List.of(
                        new MapView.Value(
                            content.words().figure(flow.demands()), (double) flow.demands()))))
        .toList();
  }
}
