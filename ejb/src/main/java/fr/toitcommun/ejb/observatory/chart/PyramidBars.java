package fr.toitcommun.ejb.observatory.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;

/** The first series to the left, the second to the right; a sign stands where one is hidden. */
final class PyramidBars extends StackedBarRenderer {
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
    } else if (pass == 0) {
      boolean left = row == 0;
      double middle =
          categories.getCategoryMiddle(column, getColumnCount(), area, plot.getDomainAxisEdge());
      double zero = values.valueToJava2D(0, area, plot.getRangeAxisEdge());
      GapBars.mark(
          pen,
          left ? zero - GapBars.FROM_AXIS : zero + GapBars.FROM_AXIS,
          middle,
          left ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
    }
  }
}
