package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;

/** What a file of the observatory holds. */
public enum FileKind {
  /** One anonymous row per demand that stood on a day. */
  STOCK,
  /** One anonymous row per fact of a month. */
  FACTS;

  /** The name of the file of a day; of facts the first day of their month. */
  String file(LocalDate day) {
    return this == STOCK
        ? "stock-" + day + ".parquet"
        : "facts-" + day.toString().substring(0, 7) + ".parquet";
  }
}
