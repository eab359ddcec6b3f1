package fr.toitcommun.persistence.observatory.map;

/** How values are told apart on a map. */
public enum ClassMethod {
  /** As many places in each class. */
  QUANTILE,
  /** Classes as wide as each other. */
  EQUAL,
  /** Values close to each other together (Fisher and Jenks: least variance within classes). */
  JENKS
}
