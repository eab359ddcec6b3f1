package fr.toitcommun.persistence.observatory.extract;

import java.util.List;

/** Where the rows of an extract come from, one after the other and never all at once. */
public interface ExtractSource {
  /** The columns, in their order. */
  List<ExtractColumn> columns();

  /** How many rows there are. */
  long total();

  /** Hands over each row, in columns' order; null cells are empty. The array may be used again. */
  void forEach(RowConsumer rows);

  /** Takes a row. */
  @FunctionalInterface
  interface RowConsumer {
    /** Takes it; what it throws ends the reading. */
    void take(Object[] row);
  }
}
