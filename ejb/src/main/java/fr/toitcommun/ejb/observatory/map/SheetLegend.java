package fr.toitcommun.ejb.observatory.map;

import java.util.Locale;

/** Draws legends one below the other on a sheet. */
final class SheetLegend {
  private static final int LINE = 46;
  private static final int BOX = 32;

  /** Size of letters on a sheet. */
  static final int SMALL = 26;

  /** On a page a map is narrower. */
  static final int LARGE = 38;

  private final StringBuilder svg;
  private final int left;
  private final double scale;
  private final int letters;
  private int y;

  /**
   * Below a place of the sheet.
   *
   * @param scale by how much the maps beside it are drawn smaller: their signs are as well
   * @param letters size of its letters
   */
  SheetLegend(StringBuilder svg, int left, int top, double scale, int letters) {
    this.svg = svg;
    this.left = left;
    this.y = top;
    this.scale = scale;
    this.letters = letters;
  }

  /** How high a legend with its heading is. */
  static int height(MapLegend legend, double scale) {
    double circles =
        legend.circles().isEmpty() ? 0 : 2 * scale * legend.circles().get(0).radius() + LINE;
    return (int) (2 * LINE + legend.lines().size() * LINE + circles);
  }

  /** A legend under what was drawn before. */
  void draw(String heading, MapLegend legend) {
    if (!heading.isEmpty()) {
      MapPicture.text(svg, left, y + 30, 28, true, heading);
      y += LINE;
    }
    if (!legend.circles().isEmpty()) {
      circles(legend);
    }
    for (MapLegend.Line line : legend.lines()) {
      boolean width = line.isWidth();
      int high = width ? (int) Math.max(1, Math.round(line.count() * scale)) : BOX;
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"54\" height=\"%d\" fill=\"%s\" stroke=\"%s\"/>",
              left,
              y + (BOX - high) / 2,
              high,
              line.fill().isEmpty() ? "url(#hatch-0)" : line.fill(),
              Palette.OUTLINE));
      String text = width ? line.text() : line.text() + "  (" + line.count() + ")";
      MapPicture.text(svg, left + 70, y + 25, letters, false, text);
      y += LINE;
    }
    y += LINE;
  }

  private void circles(MapLegend legend) {
    double largest = scale * legend.circles().get(0).radius();
    double bottom = y + 2 * largest;
    for (MapLegend.Circle circle : legend.circles()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"none\" stroke=\"%s\""
                  + " stroke-width=\"2\"/>",
              left + largest,
              bottom - scale * circle.radius(),
              scale * circle.radius(),
              Palette.OUTLINE));
      MapPicture.text(
          svg,
          (int) (left + 2 * largest + 20),
          (int) (bottom - 2 * scale * circle.radius() + 22),
          letters,
          false,
          circle.text());
    }
    y = (int) bottom + LINE;
  }
}
