package fr.toitcommun.ejb.observatory.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;

/** Horizontal bars; a sign stands where a value is hidden. */
final class GapBars extends BarRenderer {
  private static final String GAP = "–";
  static final double FROM_AXIS = 4;

  @Override
  public void drawItem(
      Graphics2D pen,
      CategoryItemRendererState state,
      Rectangle2D area,
      CategoryPlot plot,
      CategoryAxis categories,
      ValueAxis values,
      CategoryDataset data,
      int row,
      int column,
      int pass) {
    if (data.getValue(row, column) != null) {
      super.drawItem(pen, state, area, plot, categories, values, data, row, column, pass);
      return;
    }
    int series = state.getVisibleSeriesIndex(row);
    double start =
        calculateBarW0(plot, plot.getOrientation(), area, categories, state, series, column);
    double zero = values.valueToJava2D(0, area, plot.getRangeAxisEdge());
    mark(pen, zero + FROM_AXIS, start + state.getBarWidth() / 2, TextAnchor.CENTER_LEFT);
  }

  static void mark(Graphics2D pen, double x, double y, TextAnchor anchor) {
    pen.setFont(ChartLook.plain(ChartPicture.SMALL));
    pen.setPaint(ChartLook.INK);
    TextUtils.drawAlignedString(GAP, pen, (float) x, (float) y, anchor);
  }
}
