package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.persistence.observatory.AnonymousRows;
import fr.toitcommun.persistence.observatory.extract.ExtractColumn;
import fr.toitcommun.persistence.observatory.extract.ExtractSource;
import java.util.List;

/** Anonymous rows, numbered as they come: they come in an order drawn by lot. */
final class RowSource implements ExtractSource {
  private final List<ExtractColumn> columns;
  private final List<AnonymousRows.Flow> flows;
  private long number;

  /**
   * Rows of these flows, one after the other.
   *
   * @param columns the number's first, then as the rows have them
   */
  RowSource(List<ExtractColumn> columns, List<AnonymousRows.Flow> flows) {
    this.columns = List.copyOf(columns);
    this.flows = List.copyOf(flows);
  }

  @Override
  public List<ExtractColumn> columns() {
    return columns;
  }

  @Override
  public long total() {
    return flows.stream().mapToLong(AnonymousRows.Flow::count).sum();
  }

  @Override
  public void forEach(RowConsumer rows) {
    Object[] numbered = new Object[columns.size()];
    number = 0;
    for (AnonymousRows.Flow flow : flows) {
      flow.forEach(
          row -> {
            number++;
            numbered[0] = number;
            System.arraycopy(row, 0, numbered, 1, row.length);
            rows.take(numbered);
          });
    }
  }
}
