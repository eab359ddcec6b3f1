package fr.toitcommun.ejb.observatory.chart;

import java.awt.Color;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A line per series over moments; the axis writes as many moments as there is room for. */
final class LineChart {
  private static final int BODY = 300;
  private static final int AROUND_LABEL = 14;
  private static final int VALUE_LABELS = 70;
  private static final int MOST_MARKS = 40;
  private static final List<Integer> ROUND_STEPS = List.of(1, 2, 3, 4, 6, 12, 24, 36, 48, 60);

  private final ChartData data;
  private final ChartSize size;
  private final ChartWords words;
  private final ChartFrame frame;

  LineChart(ChartData data, ChartSize size, ChartWords words) {
    this.data = data;
    this.size = size;
    this.words = words;
    this.frame = new ChartFrame(data, size, words);
  }

  String lines() {
    XYSeriesCollection set = new XYSeriesCollection();
    for (int s = 0; s < data.series().size(); s++) {
      XYSeries series = new XYSeries(new ChartKey(s, data.series().get(s).label()), false, false);
      for (int c = 0; c < data.categories().size(); c++) {
        series.add(c, data.series().get(s).values().get(c));
      }
      set.addSeries(series);
    }
    NumberAxis values = frame.values(true);
    // Upright, it stands above the axis.
    values.setLabel(null);
    values.setAutoRangeIncludesZero(true);
    values.setUpperMargin(0.1);
    XYPlot plot = new XYPlot(set, moments(), values, renderer());
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(ChartLook.LINE);
    plot.setRangeGridlineStroke(ChartFrame.THIN);
    ChartFrame.ground(plot);
    return frame.write(plot, "lines", BODY);
  }

  private XYLineAndShapeRenderer renderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    NumberFormat format = words.numbers(data.wholeNumbers());
    for (int s = 0; s < data.series().size(); s++) {
      renderer.setSeriesPaint(s, ChartLook.colour(s));
      renderer.setSeriesStroke(s, ChartLook.line(s));
      renderer.setSeriesShape(s, ChartLook.mark(s));
      renderer.setSeriesOutlinePaint(s, Color.WHITE);
    }
    // Marks of ten years of months would hide their lines; a lone value would be hidden by none.
    renderer.setDefaultShapesVisible(data.categories().size() <= MOST_MARKS);
    renderer.setDefaultItemLabelGenerator(
        (set, series, item) -> {
          Double value = data.series().get(series).values().get(item);
          return value != null && item == last(series) ? format.format(value) : null;
        });
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(ChartLook.plain(ChartPicture.SMALL));
    renderer.setDefaultItemLabelPaint(ChartLook.INK);
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_RIGHT));
    return renderer;
  }

  private int last(int series) {
    for (int c = data.categories().size() - 1; c > 0; c--) {
      if (data.series().get(series).values().get(c) != null) {
        return c;
      }
    }
    return 0;
  }

  private NumberAxis moments() {
    NumberAxis axis = new NumberAxis();
    ChartFrame.dress(axis);
    int count = data.categories().size();
    double widest =
        data.categories().stream().mapToDouble(one -> ChartFrame.width(one.label())).max().orElse(0)
            + AROUND_LABEL;
    int room = (int) Math.max(1, (size.width() - VALUE_LABELS) / widest);
    int apart = (count + room - 1) / room;
    // The same month or quarter of years, where there is a choice.
    axis.setTickUnit(
        new NumberTickUnit(
            ROUND_STEPS.stream().filter(step -> step >= apart).findFirst().orElse(apart)));
    axis.setRange(-0.5, count - 0.5);
    axis.setNumberFormatOverride(new Moments());
    return axis;
  }

  /** Writes a place on the axis as the moment that stands there. */
  private final class Moments extends NumberFormat {
    @Override
    public StringBuffer format(double place, StringBuffer to, FieldPosition position) {
      int index = (int) Math.rint(place);
      return index < 0 || index >= data.categories().size()
          ? to
          : to.append(data.categories().get(index).label());
    }

    @Override
    public StringBuffer format(long place, StringBuffer to, FieldPosition position) {
      return format((double) place, to, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
      throw new UnsupportedOperationException();
    }
  }
}
