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

  /** What has changed from this to another figure of the territory: told when both are. */
  public MapValue to(MapValue later) {
    return later != null && told() && later.told()
        ? new MapValue(later.value - value, null, false)
        : new MapValue(null, null, secret || later != null && later.secret);
  }
}
