package fr.toitcommun.persistence.registration;

import java.time.LocalDate;
import java.util.List;

/**
 * What a demand scores where it wishes to live (R.441-2-10), for the person it is about.
 *
 * @param territory name of the EPCI or département whose grid it is
 * @param grid number of the grid within its territory
 * @param score counted when it was last worked out
 * @param scoreIfProven the same, were what is only declared proven
 * @param lines what counted for or against it, or would once proven
 */
public record SubjectScore(
    String territory,
    int grid,
    LocalDate gridSince,
    int score,
    int scoreIfProven,
    LocalDate computedOn,
    List<Line> lines) {

  /**
   * One criterion.
   *
   * @param fact its name; null where the agent who makes the copy may not know it
   */
  public record Line(String fact, int points, int pointsIfProven) {}

  /** Whether something of it is kept from the agent who makes the copy. */
  public boolean withheld() {
    return lines.stream().anyMatch(line -> line.fact() == null);
  }
}
