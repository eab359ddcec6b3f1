package fr.toitcommun.ejb.observatory.chart;

import java.util.Locale;

/**
 * The one way to draw a chart: an SVG element, the same for screen, PDF and text document. It has
 * its title and its values in words for those who do not see it; no sign of it is told by colour
 * alone; a hidden value is a gap, and a note says so.
 */
public final class ChartPicture {
  static final float SMALL = 11.5f;

  private ChartPicture() {}

  /** A horizontal bar per value, with its number. */
  public static String bars(ChartData data, Locale locale) {
    return bars(data, ChartSize.WIDE, locale);
  }

  /** The same at a size. */
  public static String bars(ChartData data, ChartSize size, Locale locale) {
    return new BarChart(data, size, new ChartWords(locale)).bars();
  }

  /** A horizontal bar per category, its series one behind the other. */
  public static String stackedBars(ChartData data, Locale locale) {
    return stackedBars(data, ChartSize.WIDE, locale);
  }

  /** The same at a size. */
  public static String stackedBars(ChartData data, ChartSize size, Locale locale) {
    return new BarChart(data, size, new ChartWords(locale)).stackedBars();
  }

  /** A line per series; the categories are moments, the oldest first. */
  public static String lines(ChartData data, Locale locale) {
    return lines(data, ChartSize.WIDE, locale);
  }

  /** The same at a size. */
  public static String lines(ChartData data, ChartSize size, Locale locale) {
    return new LineChart(data, size, new ChartWords(locale)).lines();
  }

  /**
   * Two series back to back, the lowest category first.
   *
   * @throws IllegalArgumentException when there are not two series
   */
  public static String pyramid(ChartData data, Locale locale) {
    return pyramid(data, ChartSize.WIDE, locale);
  }

  /**
   * The same at a size.
   *
   * @throws IllegalArgumentException when there are not two series
   */
  public static String pyramid(ChartData data, ChartSize size, Locale locale) {
    return new BarChart(data, size, new ChartWords(locale)).pyramid();
  }

  /** The values of a chart in words, for where a picture's own are not read. */
  public static String words(ChartData data, Locale locale) {
    ChartWords words = new ChartWords(locale);
    return data.title() + words.text("colon") + " " + words.values(data);
  }
}
