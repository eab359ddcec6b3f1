package fr.toitcommun.ejb.observatory.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What all charts share: axes, legend, note, and the sheet they are written on. */
final class ChartFrame {
  static final BasicStroke THIN = new BasicStroke(0.8f);
  private static final FontRenderContext MEASURE =
      new FontRenderContext(new AffineTransform(), true, true);
  private static final int LEGEND_LINE = 22;
  private static final int NOTE_LINE = 17;
  private static final int SIGN = 34;

  private final ChartData data;
  private final ChartSize size;
  private final ChartWords words;

  ChartFrame(ChartData data, ChartSize size, ChartWords words) {
    this.data = data;
    this.size = size;
    this.words = words;
  }

  static double width(String text) {
    return ChartLook.plain(ChartPicture.SMALL).getStringBounds(text, MEASURE).getWidth();
  }

  static void dress(Axis axis) {
    axis.setTickLabelFont(ChartLook.plain(ChartPicture.SMALL));
    axis.setTickLabelPaint(ChartLook.INK);
    axis.setLabelFont(ChartLook.plain(ChartPicture.SMALL));
    axis.setLabelPaint(ChartLook.INK_SOFT);
    axis.setAxisLinePaint(ChartLook.LINE_STRONG);
    axis.setTickMarksVisible(false);
  }

  /**
   * The axis of the values, with the unit beside it.
   *
   * @param signed false: on both sides of zero they are written alike
   */
  NumberAxis values(boolean signed) {
    NumberAxis axis = new NumberAxis(data.unit());
    dress(axis);
    axis.setAxisLineVisible(false);
    axis.setNumberFormatOverride(words.ofAxis(signed));
    if (data.wholeNumbers()) {
      axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    }
    if (data.series().stream()
        .allMatch(one -> one.values().stream().allMatch(v -> v == null || v == 0))) {
      // Nothing to scale by.
      axis.setRange(0, 1);
      axis.setTickUnit(new NumberTickUnit(1));
    }
    return axis;
  }

  static void ground(Plot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    // The last number of an axis stands half beyond its end.
    plot.setInsets(new RectangleInsets(4, 2, 2, 28));
  }

  /**
   * Writes the chart.
   *
   * @param kind of the words about it
   * @param body height of the plot with its axes, in pixels
   */
  String write(Plot plot, String kind, int body) {
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(2, 2, 2, 2));
    int height = body;
    if (data.hasGaps()) {
      TextTitle note = new TextTitle(words.text("note." + kind), ChartLook.plain(11f));
      note.setPaint(ChartLook.INK_SOFT);
      note.setPosition(RectangleEdge.BOTTOM);
      note.setHorizontalAlignment(HorizontalAlignment.LEFT);
      note.setPadding(4, 4, 2, 4);
      chart.addSubtitle(note);
      height += NOTE_LINE * (1 + (int) (width(note.getText()) / (size.width() - 16))) + 6;
    }
    if (!(plot instanceof CategoryPlot)) {
      TextTitle unit = new TextTitle(data.unit(), ChartLook.plain(ChartPicture.SMALL));
      unit.setPaint(ChartLook.INK_SOFT);
      unit.setHorizontalAlignment(HorizontalAlignment.LEFT);
      unit.setPadding(2, 4, 0, 4);
      chart.addSubtitle(unit);
    }
    if (data.series().size() > 1) {
      LegendTitle legend = new LegendTitle(plot);
      legend.setItemFont(ChartLook.plain(ChartPicture.SMALL));
      legend.setItemPaint(ChartLook.INK);
      legend.setFrame(BlockBorder.NONE);
      legend.setBackgroundPaint(null);
      legend.setPosition(RectangleEdge.TOP);
      legend.setLegendItemGraphicPadding(new RectangleInsets(3, 3, 3, 4));
      chart.addSubtitle(legend);
      height += LEGEND_LINE * legendLines();
    }
    return SvgSheet.write(
        chart, size.width(), height, words.language(), data.title(), words.description(data, kind));
  }

  private int legendLines() {
    int lines = 1;
    double used = 0;
    for (ChartData.Series one : data.series()) {
      double width = width(one.label()) + SIGN;
      if (used > 0 && used + width > size.width()) {
        lines++;
        used = 0;
      }
      used += width;
    }
    return lines;
  }
}
