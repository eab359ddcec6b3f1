package fr.toitcommun.ejb.observatory.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;

/** Stacked bars, each part with its value on a white plate, where there is room for it. */
final class PlatedStack extends StackedBarRenderer {
  private static final double MARGIN = 3;

  @Override
  protected void drawItemLabel(
      Graphics2D pen,
      CategoryDataset data,
      int row,
      int column,
      CategoryPlot plot,
      CategoryItemLabelGenerator generator,
      Rectangle2D bar,
      boolean negative) {
    String label = generator.generateLabel(data, row, column);
    if (label == null) {
      return;
    }
    pen.setFont(ChartLook.plain(ChartPicture.SMALL));
    Rectangle2D text = pen.getFontMetrics().getStringBounds(label, pen);
    double width = text.getWidth() + 2 * MARGIN;
    if (bar.getWidth() < width + 2 * MARGIN) {
      return;
    }
    pen.setPaint(Color.WHITE);
    pen.fill(
        new RoundRectangle2D.Double(
            bar.getCenterX() - width / 2,
            bar.getCenterY() - text.getHeight() / 2,
            width,
            text.getHeight(),
            MARGIN,
            MARGIN));
    pen.setPaint(ChartLook.INK);
    TextUtils.drawAlignedString(
        label, pen, (float) bar.getCenterX(), (float) bar.getCenterY(), TextAnchor.CENTER);
  }
}
