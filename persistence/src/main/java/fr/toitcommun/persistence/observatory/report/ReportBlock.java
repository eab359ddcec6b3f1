package fr.toitcommun.persistence.observatory.report;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.util.List;
import org.commonmark.node.Node;

/** A part of a report's text. */
public sealed interface ReportBlock {
  /**
   * Written text.
   *
   * @param node a paragraph, a heading or a list of CommonMark; its words between braces are still
   *     in it
   */
  record Prose(Node node) implements ReportBlock {}

  /** A row of figures with their definitions. */
  record Figures(List<Indicator> indicators) implements ReportBlock {}

  /**
   * An indicator told apart.
   *
   * @param rows null: the axis of the sheet
   * @param columns null: one column
   */
  record Table(Indicator indicator, Axis rows, Axis columns) implements ReportBlock {}

  /**
   * The same, drawn.
   *
   * @param rows null: the axis of the sheet
   * @param columns its series; null: one
   */
  record Chart(ChartForm form, Indicator indicator, Axis rows, Axis columns)
      implements ReportBlock {}

  /**
   * An indicator on a map.
   *
   * @param level whose territories have a colour each
   */
  record Mapped(Indicator indicator, TerritoryLevel level) implements ReportBlock {}

  /** The commitments of landlords. */
  record Commitments() implements ReportBlock {}
}
