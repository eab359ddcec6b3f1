package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;

/** What a file of the observatory holds. */
public enum FileKind {
  /** One anonymous row per demand that stood on a day. */
  STOCK,
  /** One anonymous row per fact of a month. */
  FACTS,
  /** A stock counted by every two of its axes; only where its rows are very many. */
  CROSSED;

  /** The name of the file of a day; of facts the first day of their month. */
  String file(LocalDate day) {
    return switch (this) {
      case STOCK -> "stock-" + day + ".parquet";
      case FACTS -> "facts-" + day.toString().substring(0, 7) + ".parquet";
      case CROSSED -> "crossed-" + day + ".parquet";
    };
  }
}
