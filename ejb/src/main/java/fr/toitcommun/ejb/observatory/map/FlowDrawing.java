package fr.toitcommun.ejb.observatory.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws flows as bent lines that swell towards where people seek. */
final class FlowDrawing {
  /** The widest line, in units. */
  static final double WIDEST = 36;

  private static final double NARROWEST = 2;

  /** How far a line bends from straight, so that the way there and back lie apart. */
  private static final double BEND = 0.16;

  private final MapContent content;
  private final Frame frame;
  private final Map<String, MapGround.Place> places;

  FlowDrawing(MapContent content, Frame frame) {
    this.content = content;
    this.frame = frame;
    this.places =
        content.ground().places().stream()
            .filter(place -> place.middle() != null)
            .collect(Collectors.toMap(MapGround.Place::code, Function.identity()));
  }

  /** The lines, the narrow over the wide. */
  void draw(StringBuilder svg) {
    List<Flows.Flow> flows = new ArrayList<>(content.flows().shown());
    flows.removeIf(flow -> !places.containsKey(flow.from()) || !places.containsKey(flow.to()));
    if (flows.isEmpty()) {
      return;
    }
    long most = Collections.max(flows.stream().map(Flows.Flow::demands).toList());
    svg.append("<g fill=\"").append(Palette.CIRCLE).append("\" fill-opacity=\".62\">");
    for (Flows.Flow flow : flows) {
      line(svg, flow, Math.max(NARROWEST, WIDEST * flow.demands() / most));
    }
    svg.append("</g>");
  }

  /** What widths mean: that of the largest flow, and of some part of it. */
  List<MapLegend.Line> legend() {
    long most = content.flows().shown().stream().mapToLong(Flows.Flow::demands).max().orElse(0);
    List<MapLegend.Line> lines = new ArrayList<>();
    for (int part : new int[] {1, 3, 10}) {
      if (most > 0 && (part == 1 || most / part > 1)) {
        lines.add(
            new MapLegend.Line(
                "WIDTH",
                Palette.CIRCLE,
                content.words().figure(most / part),
                (int) Math.round(Math.max(NARROWEST, WIDEST * (most / part) / most))));
      }
    }
    return lines;
  }

  private void line(StringBuilder svg, Flows.Flow flow, double width) {
    MapGround.Place from = places.get(flow.from());
    MapGround.Place to = places.get(flow.to());
    double x = frame.x(from.middle());
    double y = frame.y(from.middle());
    double dx = frame.x(to.middle()) - x;
    double dy = frame.y(to.middle()) - y;
    double length = Math.max(1, Math.hypot(dx, dy));
    // Across the line, as wide as the line is at its end.
    double ax = -dy / length * width / 2;
    double ay = dx / length * width / 2;
    double mx = x + dx / 2 - dy * BEND;
    double my = y + dy / 2 + dx * BEND;
    svg.append(
        String.format(
            Locale.ROOT,
            "<path role=\"img\" data-code=\"%s-%s\""
                + " d=\"M%.0f %.0fQ%.0f %.0f %.0f %.0fL%.0f %.0fQ%.0f %.0f %.0f %.0fz\">"
                + "<title>%s</title></path>",
            flow.from(),
            flow.to(),
            x,
            y,
            mx + ax / 2,
            my + ay / 2,
            x + dx + ax,
            y + dy + ay,
            x + dx - ax,
            y + dy - ay,
            mx - ax / 2,
            my - ay / 2,
            x,
            y,
            Svg.text(
                content
                    .words()
                    .text(
                        "flow", from.name(), to.name(), content.words().figure(flow.demands())))));
  }
}
