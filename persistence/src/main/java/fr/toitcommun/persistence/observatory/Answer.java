package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What the observatory answers.
 *
 * @param rows one without code where the question has no rows
 * @param columns one without code where the question has no columns
 * @param cells by row, then by column
 * @param rowTotals of each row over its columns; empty where they do not add up to anything
 * @param columnTotals of each column over its rows; empty where they do not add up to anything
 * @param total over everything; null where there is none
 * @param from the first day it tells of, after what was asked was brought to what is on file
 * @param to the last day
 * @param origins how the files came to be that it was counted in; empty: none was
 * @param live whether the live base was counted in as well
 * @param untold what nobody tells, in order: of what stands the days without a snapshot, of what
 *     happens the first days of months that neither a file nor the base knows
 * @param hidden how many cells are kept back
 */
public record Answer(
    Question question,
    List<Heading> rows,
    List<Heading> columns,
    List<List<Cell>> cells,
    List<Cell> rowTotals,
    List<Cell> columnTotals,
    Cell total,
    LocalDate from,
    LocalDate to,
    Set<FileOrigin> origins,
    boolean live,
    List<LocalDate> untold,
    int hidden) {

  /** Whether anybody tells of its time: of a day without a snapshot nobody does. */
  public boolean isKnown() {
    return live || !origins.isEmpty();
  }

  /** The only figure of a question without axes, or the total of one with axes. */
  public Cell figure() {
    return question.axes().isEmpty() ? cells.get(0).get(0) : total;
  }

  /** Whether it is a number that could be counted: of a row that it lacks there is none then. */
  public boolean isCounted() {
    return question.indicator().isCount()
        && total != null
        && (total.secret() || total.value() != null);
  }

  /** The cell of these values; nothing where the answer has none. */
  public Cell cell(String row, String column) {
    int r = index(rows, row);
    int c = index(columns, column);
    return r < 0 || c < 0 ? Cell.NONE : cells.get(r).get(c);
  }

  /**
   * The cell of a row in the first column. Of a row that it lacks there is none where it could be
   * counted, and else nothing is known.
   */
  public Cell ofRow(String row) {
    int r = index(rows, row);
    return r < 0 ? ofRowLacking() : cells.get(r).get(0);
  }

  /** The cell of a row that it lacks: none of what was counted had its value. */
  public Cell ofRowLacking() {
    return isCounted() ? Cell.of(0) : Cell.NONE;
  }

  private static int index(List<Heading> headings, String code) {
    for (int i = 0; i < headings.size(); i++) {
      if (headings.get(i).code().equals(code)) {
        return i;
      }
    }
    return -1;
  }
}
