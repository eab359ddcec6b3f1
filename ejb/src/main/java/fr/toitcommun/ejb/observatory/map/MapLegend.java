package fr.toitcommun.ejb.observatory.map;

import java.util.List;

/**
 * What the signs of a map mean.
 *
 * @param lines colours and hatches, from the lowest figure to the highest
 * @param circles sizes of circles, largest first; none where colours tell
 */
public record MapLegend(List<Line> lines, List<Circle> circles) {
  /** Whether sizes tell, which are explained in the drawing. */
  public boolean isSized() {
    return !circles.isEmpty() || lines.stream().anyMatch(Line::isWidth);
  }

  /** The signs whose size tells: they mean what they say in the drawing's own units alone. */
  MapLegend sizes() {
    return new MapLegend(lines.stream().filter(Line::isWidth).toList(), circles);
  }

  /**
   * A colour.
   *
   * @param sign CLASS, SECRET, NONE or WIDTH
   * @param fill a colour; empty for the hatch of secrecy
   * @param text the bounds, or why there is no figure
   * @param count how many territories have it; of a width, its units in the drawing
   */
  public record Line(String sign, String fill, String text, int count) {
    /** Whether it tells by how wide it is, and not by its colour. */
    public boolean isWidth() {
      return "WIDTH".equals(sign);
    }
  }

  /**
   * A size.
   *
   * @param radius in units of the drawing
   */
  public record Circle(double radius, String text) {}
}
