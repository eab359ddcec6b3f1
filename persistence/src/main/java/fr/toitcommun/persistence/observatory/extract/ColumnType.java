package fr.toitcommun.persistence.observatory.extract;

/** What the cells of a column hold. */
public enum ColumnType {
  /** A code of a list, a {@link String}: written twice, as the code and as its label. */
  CODE,
  /** Words, a {@link String}. */
  TEXT,
  /** A whole number, an {@link Integer} or a {@link Long}. */
  INTEGER,
  /** Any other {@link Number}, written with two decimals at most. */
  DECIMAL,
  /** A {@link java.time.LocalDate}. */
  DATE
}
