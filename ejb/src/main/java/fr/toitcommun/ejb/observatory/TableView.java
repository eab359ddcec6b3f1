package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.FileOrigin;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.StandardTable;
import fr.toitcommun.persistence.observatory.When;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A standard table with its figures.
 *
 * @param total over all rows; null where they do not add up
 * @param from the first day it tells of
 * @param to the last
 * @param shares whether the first column's figures are parts of its total, and told as such
 * @param before the days it is compared with; null: with none
 * @param live whether it is counted in the live base alone, what it is compared with aside
 * @param known whether anybody tells of its time
 * @param left indicators of the table that cannot be told of what is counted
 * @param hidden how many cells are kept back
 */
public record TableView(
    StandardTable table,
    List<Column> columns,
    List<Row> rows,
    Row total,
    boolean shares,
    LocalDate from,
    LocalDate to,
    When before,
    Set<FileOrigin> origins,
    boolean live,
    boolean known,
    List<Indicator> left,
    int hidden) {

  /**
   * A column.
   *
   * @param code value of the axis that splits the indicator; null: all of it
   */
  public record Column(Indicator indicator, String code, String label, String unit) {}

  /**
   * A row.
   *
   * @param share percent of the first column's total; null where there is none to tell
   * @param before what the first column's cell was at the time compared with; null: not compared
   * @param change percent by which it has grown since; null where that cannot be told
   */
  public record Row(Heading heading, List<Cell> cells, Double share, Cell before, Double change) {}
}
