package fr.toitcommun.persistence.observatory;

/**
 * A figure.
 *
 * @param value in the unit of the indicator; null: secret, or nothing to count it from
 * @param base how many demands or facts it stands for; null where secret
 * @param secret whether it is kept back because it stands for too few (INSEE's usual rule)
 */
public record Cell(Double value, Long base, boolean secret) {
  /** Nothing to count. */
  public static final Cell NONE = new Cell(null, 0L, false);

  /** Kept back. */
  public static final Cell SECRET = new Cell(null, null, true);

  /** A number of demands or facts. */
  static Cell of(long count) {
    return new Cell((double) count, count, false);
  }
}
