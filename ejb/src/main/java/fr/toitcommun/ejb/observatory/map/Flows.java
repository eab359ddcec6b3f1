package fr.toitcommun.ejb.observatory.map;

import java.util.List;

/**
 * From where people live to where they seek.
 *
 * @param shown the largest, largest first
 * @param total of all, those not shown included
 * @param within of people who seek where they live, which no line shows
 * @param elsewhere of people who live outside the file's départements, which no line shows
 */
public record Flows(List<Flow> shown, long total, long within, long elsewhere) {
  /** Demands of people who live in one territory and seek in another. */
  public record Flow(String from, String to, long demands) {}

  /** How many demands the lines stand for. */
  public long shownTotal() {
    return shown.stream().mapToLong(Flow::demands).sum();
  }
}
