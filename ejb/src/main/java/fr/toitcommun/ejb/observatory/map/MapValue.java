package fr.toitcommun.ejb.observatory.map;

/**
 * A figure of a territory.
 *
 * @param value null: none, or secret
 * @param base how many demands it stands for; null when that is not told
 * @param secret whether it stands for too few demands to be told
 */
public record MapValue(Double value, Long base, boolean secret) {
  /** None, and that is known. */
  static final MapValue NONE = new MapValue(0d, 0L, false);

  /** Whether there is a figure to draw. */
  public boolean told() {
    return value != null && !secret;
  }

  /**
   * The figure of this territory and another that it became one with. Numbers add up; shares and
   * means are weighed by what they stand for. Where one is secret the sum would give it away.
   *
   * @param number whether it is a number of things
   */
  public MapValue with(MapValue other, boolean number) {
    if (secret || other.secret) {
      return new MapValue(null, null, true);
    }
    if (value == null || other.value == null) {
      return value == null ? other : this;
    }
    long bases = (base == null ? 0 : base) + (other.base == null ? 0 : other.base);
    if (number) {
      return new MapValue(value + other.value, bases, false);
    }
    return bases == 0
        ? new MapValue(null, 0L, false)
        : new MapValue((value * base + other.value * other.base) / bases, bases, false);
  }

  /** What has changed from this to another figure of the territory: told when both are. */
  public MapValue to(MapValue later) {
    return later != null && told() && later.told()
        ? new MapValue(later.value - value, null, false)
        : new MapValue(null, null, secret || later != null && later.secret);
  }
}
