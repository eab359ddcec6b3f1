package fr.toitcommun.ejb.observatory.chart;

/**
 * How wide a chart is drawn, in pixels of its own: it may be shown larger or smaller, but its text
 * stays readable only near that width.
 */
public enum ChartSize {
  /** A page, a desk's screen or a projector. */
  WIDE(720),
  /** A telephone. */
  NARROW(360);

  private final int width;

  ChartSize(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }
}
