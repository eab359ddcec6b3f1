package fr.toitcommun.ejb.observatory.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Charts of horizontal bars: long French labels stay horizontal and whole. */
final class BarChart {
  private static final int AXIS = 44;
  private static final int BAR = 17;
  private static final int BETWEEN = 11;
  private static final int STACK = 32;
  private static final int PYRAMID = 25;
  private static final float LABELS_SHARE = 0.42f;

  private final ChartData data;
  private final ChartSize size;
  private final ChartWords words;
  private final ChartFrame frame;

  BarChart(ChartData data, ChartSize size, ChartWords words) {
    this.data = data;
    this.size = size;
    this.words = words;
    this.frame = new ChartFrame(data, size, words);
  }

  String bars() {
    GapBars renderer = new GapBars();
    renderer.setItemMargin(0.06);
    label(renderer);
    CategoryPlot plot = plot(renderer, dataset(false, false));
    int row = BAR * data.series().size() + BETWEEN;
    plot.getRangeAxis().setUpperMargin(roomForLabels(1));
    gaps(plot, (double) BETWEEN / row);
    return frame.write(plot, "bars", AXIS + row * data.categories().size());
  }

  String stackedBars() {
    PlatedStack renderer = new PlatedStack();
    label(renderer);
    CategoryPlot plot = plot(renderer, dataset(false, true));
    plot.getRangeAxis().setUpperMargin(0.02);
    gaps(plot, 0.3);
    return frame.write(plot, "stackedBars", AXIS + STACK * data.categories().size());
  }

  String pyramid() {
    if (data.series().size() != 2) {
      throw new IllegalArgumentException(data.series().size() + " series in a pyramid");
    }
    PyramidBars renderer = new PyramidBars();
    label(renderer);
    renderer.setDefaultNegativeItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
    CategoryPlot plot = plot(renderer, dataset(true, false));
    NumberAxis values = (NumberAxis) plot.getRangeAxis();
    double most =
        data.series().stream()
            .flatMap(one -> one.values().stream())
            .filter(value -> value != null)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    if (most > 0) {
      // The middle stays in the middle, with room for the numbers.
      values.setRange(-most * (1 + roomForLabels(2)), most * (1 + roomForLabels(2)));
    }
    gaps(plot, 0.24);
    return frame.write(plot, "pyramid", AXIS + PYRAMID * data.categories().size());
  }

  private DefaultCategoryDataset dataset(boolean pyramid, boolean starred) {
    DefaultCategoryDataset set = new DefaultCategoryDataset();
    for (int s = 0; s < data.series().size(); s++) {
      for (int c = 0; c < data.categories().size(); c++) {
        // Read from the bottom up, as a pyramid is.
        int category = pyramid ? data.categories().size() - 1 - c : c;
        Double value = data.series().get(s).values().get(category);
        set.addValue(
            value == null || !pyramid || s == 1 ? value : Double.valueOf(-value),
            new ChartKey(s, data.series().get(s).label()),
            new ChartKey(
                category,
                data.categories().get(category).label()
                    + (starred && data.hasGap(category) ? "\u00a0*" : "")));
      }
    }
    return set;
  }

  private CategoryPlot plot(BarRenderer renderer, DefaultCategoryDataset set) {
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(true);
    renderer.setMaximumBarWidth(0.5);
    renderer.setDefaultLegendShape(new Rectangle2D.Double(-9, -6, 18, 12));
    for (int s = 0; s < data.series().size(); s++) {
      renderer.setSeriesPaint(s, ChartLook.area(s));
      renderer.setSeriesOutlinePaint(s, Color.WHITE);
      renderer.setSeriesOutlineStroke(s, ChartFrame.THIN);
    }
    CategoryAxis categories = new CategoryAxis();
    ChartFrame.dress(categories);
    categories.setMaximumCategoryLabelWidthRatio(LABELS_SHARE);
    categories.setMaximumCategoryLabelLines(2);
    categories.setLowerMargin(0);
    categories.setUpperMargin(0);
    CategoryPlot plot =
        new CategoryPlot(
            set, categories, frame.values(!(renderer instanceof PyramidBars)), renderer);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setRangeGridlinePaint(ChartLook.LINE);
    plot.setRangeGridlineStroke(ChartFrame.THIN);
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(ChartLook.LINE_STRONG);
    ChartFrame.ground(plot);
    return plot;
  }

  /** Space between the bars of two categories, as a share of the height. */
  private void gaps(CategoryPlot plot, double between) {
    CategoryAxis axis = plot.getDomainAxis();
    int count = data.categories().size();
    axis.setLowerMargin(between / 2 / count);
    axis.setUpperMargin(between / 2 / count);
    axis.setCategoryMargin(count == 1 ? 0 : between * (count - 1) / count);
  }

  private void label(BarRenderer renderer) {
    NumberFormat format = words.unsigned(data.wholeNumbers());
    renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", format));
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setItemLabelInsets(new RectangleInsets(4, 4, 4, 4));
    renderer.setDefaultItemLabelFont(ChartLook.plain(ChartPicture.SMALL));
    renderer.setDefaultItemLabelPaint(ChartLook.INK);
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
  }

  /**
   * The share of the axis that the longest number needs beyond its bar.
   *
   * @param sides between which the width is shared
   */
  private double roomForLabels(int sides) {
    NumberFormat format = words.unsigned(data.wholeNumbers());
    double longest =
        data.series().stream()
            .flatMap(one -> one.values().stream())
            .filter(value -> value != null)
            .mapToDouble(value -> ChartFrame.width(format.format(value)))
            .max()
            .orElse(0);
    return (longest + 10) / (size.width() * (1 - LABELS_SHARE) / sides - longest);
  }
}
