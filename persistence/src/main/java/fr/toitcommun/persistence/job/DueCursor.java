package fr.toitcommun.persistence.job;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The place of the last demand seen: the next page begins after it.
 *
 * @param departementCode the département it is in
 * @param day the day by which the job sorts
 * @param demandId identity of the demand
 */
public record DueCursor(String departementCode, LocalDate day, long demandId) {

  /** Before the first demand of a département. */
  public static DueCursor start(String departementCode) {
    return new DueCursor(departementCode, LocalDate.of(1900, 1, 1), 0);
  }

  /** As a job keeps it, and a link carries it: {@code 44_2026-11-24_17}. */
  public String written() {
    return departementCode + "_" + day + "_" + demandId;
  }

  /**
   * Reads what {@link #written} gave.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static DueCursor read(String written) {
    String[] parts = written.split("_", -1);
    if (parts.length != 3 || !parts[2].matches("\\d{1,18}")) {
      throw new IllegalArgumentException("No place in a list: " + written);
    }
    try {
      return new DueCursor(parts[0], LocalDate.parse(parts[1]), Long.parseLong(parts[2]));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("No place in a list: " + written, e);
    }
  }
}
