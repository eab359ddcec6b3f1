package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Unit;

/**
 * A figure of a territory.
 *
 * @param value null: none, or secret
 * @param base how many demands it stands for; null when that is not told
 * @param secret whether it stands for too few demands to be told
 */
public record MapValue(Double value, Long base, boolean secret) {
  /** Whether there is a figure to draw. */
  public boolean told() {
    return value != null && !secret;
  }

  /**
   * The figure of this territory and another that it became one with. Numbers add up; shares and
   * means are weighed by what they stand for, a ratio by what it is taken over; two medians make
   * none. Where one is secret the sum would give it away.
   */
  public MapValue with(MapValue other, Indicator indicator) {
    if (secret || other.secret) {
      return new MapValue(null, null, true);
    }
    if (value == null || other.value == null) {
      return value == null ? other : this;
    }
    long bases = (base == null ? 0 : base) + (other.base == null ? 0 : other.base);
    if (indicator.isCount()) {
      return new MapValue(value + other.value, bases, false);
    }
    boolean ofNone = base == null || other.base == null || bases == 0;
    if (ofNone || indicator.waited() == Indicator.Wait.MEDIAN) {
      return new MapValue(null, bases, false);
    }
    if (indicator.unit() == Unit.PERCENT || indicator.waited() == Indicator.Wait.MEAN) {
      return new MapValue((value * base + other.value * other.base) / bases, bases, false);
    }
    // The base of a ratio is what stands above its line.
    return value == 0 || other.value == 0
        ? new MapValue(null, bases, false)
        : new MapValue(bases / (base / value + other.base / other.value), bases, false);
  }

  /** What has changed from this to another figure of the territory: told when both are. */
  public MapValue to(MapValue later) {
    return later != null && told() && later.told()
        ? new MapValue(later.value - value, null, false)
        : new MapValue(null, null, secret || later != null && later.secret);
  }
}
