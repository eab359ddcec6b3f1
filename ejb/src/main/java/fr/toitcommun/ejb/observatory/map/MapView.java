package fr.toitcommun.ejb.observatory.map;

import java.util.List;

/**
 * A map with all that stands around it, for a page.
 *
 * @param facts what is counted alone, how, and from what
 * @param description what the map shows, in a sentence; of a comparison what has changed
 * @param flows how many flows are drawn of how many; empty for other maps
 * @param columns headings of the table: the territory, then each map's figure
 * @param rows the same figures as a table
 * @param withoutShape names of the territories that cannot be drawn
 */
public record MapView(
    String title,
    String subtitle,
    List<String> facts,
    String note,
    String source,
    String description,
    String flows,
    List<Picture> pictures,
    List<String> columns,
    List<Row> rows,
    List<String> withoutShape) {

  /**
   * One map.
   *
   * @param svg the drawing, which holds nothing that anybody typed but names, as text
   * @param description what it shows, and of when, in a sentence
   */
  public record Picture(String label, String svg, String description, MapLegend legend) {}

  /**
   * A row of the table.
   *
   * @param code what the drawing calls the territory or flow
   */
  public record Row(String code, String name, List<Value> values) {}

  /**
   * A figure of the table.
   *
   * @param sort what rows are sorted by; null comes last
   */
  public record Value(String text, Double sort) {}
}
