package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.persistence.observatory.map.Classes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/** Draws one map, and says what its signs mean. */
final class PanelDrawing {
  /** The largest circle, in units. */
  static final double LARGEST = 90;

  private final MapContent content;
  private final MapPanel panel;
  private final Frame frame;
  private final String hatch;
  private final String edge;

  /**
   * Of this panel.
   *
   * @param definitions number of the drawing whose definitions it uses
   */
  PanelDrawing(MapContent content, MapPanel panel, Frame frame, int definitions) {
    this.content = content;
    this.panel = panel;
    this.frame = frame;
    this.hatch = "hatch-" + definitions;
    this.edge = "edge-" + definitions;
  }

  /** What has to stand once before the drawing. */
  String definitions() {
    return "<defs><pattern id=\"%s\" width=\"14\" height=\"14\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"14\" height=\"14\" fill=\"#fff\"/><rect width=\"4\" height=\"14\" fill=\"#7d8b90\"/></pattern><clipPath id=\"%s\"><rect width=\"%d\" height=\"%d\"/></clipPath></defs>"
        .formatted(hatch, edge, frame.width(), frame.height());
  }

  /** The map. */
  void draw(StringBuilder svg) {
    boolean coloured = content.kind() == MapKind.CHOROPLETH;
    if (coloured) {
      List<String> colours = Palette.of(panel.classes(), panel.difference());
      Map<String, List<MapGround.Place>> byFill =
          content.ground().places().stream()
              .filter(place -> place.shape() != null)
              .collect(Collectors.groupingBy(place -> fill(place, colours)));
      // Its outline is grey; that of others is drawn over it.
      shapes(svg, Palette.ZERO, byFill.getOrDefault(Palette.ZERO, List.of()), true);
      byFill.remove(Palette.ZERO);
      byFill.forEach((fill, places) -> shapes(svg, fill, places, true));
    } else {
      shapes(svg, Palette.GROUND, content.ground().places(), false);
    }
    borders(svg);
    if (content.kind() == MapKind.CIRCLES) {
      circles(svg);
    }
    if (content.flows() != null) {
      new FlowDrawing(content, frame).draw(svg);
    }
  }

  private String fill(MapGround.Place place, List<String> colours) {
    MapValue value = panel.values().get(place.code());
    if (panel.isNone(value)) {
      return Palette.ZERO;
    }
    return value != null && value.told()
        ? colours.get(panel.classes().of(value.value()))
        : value != null && value.secret() ? "url(#" + hatch + ")" : Palette.NO_FIGURE;
  }

  private void shapes(StringBuilder svg, String fill, List<MapGround.Place> places, boolean told) {
    svg.append("<g fill=\"").append(fill).append("\" stroke=\"");
    svg.append(fill.equals(Palette.ZERO) ? Palette.ZERO_BORDER : Palette.BORDER);
    svg.append("\" stroke-width=\"1.2\" stroke-linejoin=\"round\">");
    for (MapGround.Place place : places) {
      if (place.shape() != null) {
        svg.append("<path");
        if (told) {
          marked(svg, place);
        }
        svg.append(" d=\"").append(frame.path(place.shape())).append('"');
        close(svg, place, told, "path");
      }
    }
    svg.append("</g>");
  }

  private static void marked(StringBuilder svg, MapGround.Place place) {
    svg.append(" role=\"img\" data-code=\"").append(place.code()).append('"');
  }

  private void close(StringBuilder svg, MapGround.Place place, boolean told, String element) {
    if (told) {
      svg.append("><title>").append(Svg.text(told(place))).append("</title></");
      svg.append(element).append('>');
    } else {
      svg.append("/>");
    }
  }

  /** A territory and its figure in words. */
  private String told(MapGround.Place place) {
    MapValue value = panel.values().get(place.code());
    return content
        .words()
        .text(
            "told",
            place.name(),
            panel.difference() ? content.words().change(value) : content.words().figure(value));
  }

  /** Of larger territories than the map shows: they end where it does. */
  private void borders(StringBuilder svg) {
    svg.append("<g clip-path=\"url(#").append(edge);
    svg.append(")\" fill=\"none\" stroke=\"").append(Palette.OUTLINE);
    svg.append("\" stroke-width=\"2.4\" stroke-linejoin=\"round\" pointer-events=\"none\">");
    for (Geometry border : content.ground().borders()) {
      svg.append("<path d=\"").append(frame.path(border)).append("\"/>");
    }
    svg.append("</g>");
  }

  private void circles(StringBuilder svg) {
    svg.append("<g fill-opacity=\".72\" stroke=\"#fff\" stroke-width=\"1.5\">");
    content.ground().places().stream()
        .filter(place -> place.middle() != null)
        .sorted(Comparator.comparingDouble(place -> -radius(panel.values().get(place.code()))))
        .forEach(place -> circle(svg, place));
    svg.append("</g>");
  }

  private void circle(StringBuilder svg, MapGround.Place place) {
    MapValue value = panel.values().get(place.code());
    boolean secret = value != null && value.secret();
    boolean none = panel.isNone(value);
    if (secret || value != null && value.told()) {
      svg.append("<circle");
      marked(svg, place);
      svg.append(
          String.format(
              Locale.ROOT,
              " cx=\"%d\" cy=\"%d\" r=\"%.1f\" fill=\"%s\"",
              frame.x(place.middle()),
              frame.y(place.middle()),
              secret ? 7 : none ? 4 : Math.max(2.5, radius(value)),
              secret
                  ? "url(#" + hatch + ")"
                  : none
                      ? Palette.ZERO + "\" stroke=\"" + Palette.CIRCLE
                      : value.value() < 0 ? Palette.CIRCLE_BELOW : Palette.CIRCLE));
      close(svg, place, true, "circle");
    }
  }

  /** So that areas are as figures. */
  private double radius(MapValue value) {
    return value == null || !value.told() || panel.highest() == 0
        ? 0
        : LARGEST * Math.sqrt(Math.abs(value.value()) / panel.highest());
  }

  /** What the signs of this map mean. */
  MapLegend legend() {
    List<MapLegend.Line> lines = new ArrayList<>();
    List<MapLegend.Circle> circles = new ArrayList<>();
    MapWords words = content.words();
    if (content.kind() == MapKind.CHOROPLETH) {
      Classes classes = panel.classes();
      List<String> colours = Palette.of(classes, panel.difference());
      List<Integer> counts = classes.counts(panel.classed(content.ground()));
      for (int i = 0; i < classes.count(); i++) {
        lines.add(
            new MapLegend.Line(
                "CLASS",
                colours.get(i),
                bounds(words.number(classes.from(i)), words.number(classes.to(i))),
                counts.get(i)));
      }
    } else if (content.kind() == MapKind.CIRCLES && panel.highest() > 0) {
      for (double share : new double[] {1, 0.25, 0.04}) {
        circles.add(
            new MapLegend.Circle(
                LARGEST * Math.sqrt(share), words.figure(panel.highest() * share)));
      }
    }
    if (content.kind() == MapKind.FLOWS) {
      lines.addAll(new FlowDrawing(content, frame).legend());
    } else {
      withoutFigure(lines);
    }
    return new MapLegend(lines, circles);
  }

  private void withoutFigure(List<MapLegend.Line> lines) {
    int zero = count(panel::isNone);
    if (zero > 0) {
      lines.add(new MapLegend.Line("ZERO", Palette.ZERO, content.words().figure(0), zero));
    }
    int secret = count(value -> value != null && value.secret());
    int none = count(value -> value == null || !value.told() && !value.secret());
    if (secret > 0) {
      lines.add(new MapLegend.Line("SECRET", "", content.words().text("secret"), secret));
    }
    if (none > 0) {
      lines.add(new MapLegend.Line("NONE", Palette.NO_FIGURE, content.words().text("none"), none));
    }
  }

  private int count(Predicate<MapValue> which) {
    return (int)
        content.ground().places().stream()
            .filter(place -> which.test(panel.values().get(place.code())))
            .count();
  }

  /** One number alone where a class begins and ends with it. */
  private String bounds(String from, String to) {
    return from.equals(to) ? from : content.words().text("bounds", from, to);
  }
}
