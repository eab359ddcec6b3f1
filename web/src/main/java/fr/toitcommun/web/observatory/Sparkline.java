package fr.toitcommun.web.observatory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A year of shares as a small line, from zero up, so that a small change looks small.
 *
 * @param derived points of what was worked out afterwards from dates, as SVG writes them
 * @param counted points of what was counted, the last derived one before them so that the line
 *     holds together
 * @param lastX where it ends
 * @param lastY where it ends
 */
public record Sparkline(String derived, String counted, String lastX, String lastY) {
  /** Width of the picture, in its own units. */
  public static final int WIDTH = 132;

  /** Height of the picture, in its own units. */
  public static final int HEIGHT = 30;

  private static final int MARGIN = 4;
  private static final double DAYS = 366;

  /** A share on a day, in thousandths. */
  public record Point(LocalDate day, int perThousand, boolean derived) {}

  /**
   * Draws points, oldest first; null for less than two, which make no line.
   *
   * @param today its right edge
   */
  public static Sparkline of(List<Point> points, LocalDate today) {
    if (points.size() < 2) {
      return null;
    }
    int most = Math.max(1, points.stream().mapToInt(Point::perThousand).max().orElseThrow());
    int told = (int) points.stream().filter(Point::derived).count();
    Point last = points.get(points.size() - 1);
    return new Sparkline(
        line(points.subList(0, told), most, today),
        told == points.size()
            ? ""
            : line(points.subList(Math.max(0, told - 1), points.size()), most, today),
        number(x(last, today)),
        number(y(last, most)));
  }

  private static String line(List<Point> points, int most, LocalDate today) {
    return points.stream()
        .map(point -> number(x(point, today)) + "," + number(y(point, most)))
        .collect(Collectors.joining(" "));
  }

  private static double x(Point point, LocalDate today) {
    double ago = ChronoUnit.DAYS.between(point.day(), today) / DAYS;
    return WIDTH - MARGIN - Math.min(1, ago) * (WIDTH - 2 * MARGIN);
  }

  private static double y(Point point, int most) {
    return HEIGHT - MARGIN - (double) point.perThousand() / most * (HEIGHT - 2 * MARGIN);
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
