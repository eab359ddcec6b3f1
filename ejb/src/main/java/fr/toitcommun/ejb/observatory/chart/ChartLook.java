package fr.toitcommun.ejb.observatory.chart;

import fr.toitcommun.ejb.document.Printer;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Colours, patterns, lines, marks and fonts of charts. The colours begin with those of the
 * application (tokens.css), keep 3 to 1 against white, and differ in lightness as well as in hue
 * for those who confuse red and green; every series has its own pattern or mark besides.
 */
final class ChartLook {
  static final Color INK = new Color(0x1b2a30);
  static final Color INK_SOFT = new Color(0x4c5b62);
  static final Color LINE = new Color(0xd3dad8);
  static final Color LINE_STRONG = new Color(0x7d8b90);

  private static final List<Color> COLOURS =
      List.of(
          new Color(0x12515b),
          new Color(0xc2570c),
          new Color(0x4595a2),
          new Color(0x7a2f6f),
          new Color(0x8f7b16),
          new Color(0x2f55a4),
          new Color(0x7d8b90),
          new Color(0x1b2a30));

  private static final List<String> PATTERNS =
      List.of(
          "",
          "M-2 2L2 -2M0 8L8 0M6 10L10 6",
          "M0 4H8",
          "M6 -2L10 2M0 0L8 8M-2 6L2 10",
          "M4 0V8",
          "M2 2h2M6 6h2",
          "M0 4H8M4 0V8",
          "M0 0L8 8M0 8L8 0");

  private static final float[][] DASHES = {
    null, {7, 3}, {2, 3}, {9, 3, 2, 3}, {12, 4}, {4, 2}, {9, 3, 2, 3, 2, 3}, {1, 4}
  };

  private static final List<Shape> MARKS =
      List.of(
          new Ellipse2D.Double(-3.5, -3.5, 7, 7),
          new Rectangle2D.Double(-3.2, -3.2, 6.4, 6.4),
          polygon(0, -4.4, 4.2, 3.2, -4.2, 3.2),
          polygon(0, -4.6, 4.6, 0, 0, 4.6, -4.6, 0),
          polygon(0, 4.4, 4.2, -3.2, -4.2, -3.2),
          polygon(-4, -1.6, 4, -1.6, 4, 1.6, -4, 1.6),
          polygon(-1.6, -4, 1.6, -4, 1.6, 4, -1.6, 4),
          polygon(-4, -4, 4, 4, 4, -4, -4, 4));

  private static final Font FONT = font();

  private ChartLook() {}

  static Font plain(float size) {
    return FONT.deriveFont(size);
  }

  static Color colour(int series) {
    return COLOURS.get(series);
  }

  /** The paint of an area: colour and, from the second series on, a pattern. */
  static Paint area(int series) {
    return PATTERNS.get(series).isEmpty()
        ? COLOURS.get(series)
        : new Hatch(COLOURS.get(series), PATTERNS.get(series));
  }

  static Stroke line(int series) {
    return new BasicStroke(
        2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, DASHES[series], 0f);
  }

  static Shape mark(int series) {
    return MARKS.get(series);
  }

  private static Shape polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }

  /** The font of the printed documents, whatever the server has: texts are measured the same. */
  private static Font font() {
    try (InputStream in = Printer.class.getResourceAsStream("fonts/LiberationSans-Regular.ttf")) {
      Font font = Font.createFont(Font.TRUETYPE_FONT, in);
      // Those who make pixels of a chart find it by its name.
      GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font of the documents is broken", e);
    }
  }
}
