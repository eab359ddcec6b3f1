package fr.toitcommun.ejb.observatory.map;

import java.util.List;

/**
 * From where people live to where they seek.
 *
 * @param shown the largest, largest first
 * @param drawable how many could be drawn, those not shown included
 * @param total of all demands; null: secret
 * @param within of people who seek where they live, as far as it is told; no line shows it
 * @param fromElsewhere of people who live where the map does not show, as far as it is told
 * @param toElsewhere of people who live on the map and seek where it does not show, as far as told
 * @param secret how many are kept back, with what would give them away
 */
public record Flows(
    List<Flow> shown,
    int drawable,
    Long total,
    long within,
    long fromElsewhere,
    long toElsewhere,
    int secret) {
  /** Demands of people who live in one territory and seek in another. */
  public record Flow(String from, String to, long demands) {}

  /** How many demands the lines stand for. */
  public long shownTotal() {
    return shown.stream().mapToLong(Flow::demands).sum();
  }
}
