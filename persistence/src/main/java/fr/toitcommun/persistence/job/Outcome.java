package fr.toitcommun.persistence.job;

import java.util.List;

/**
 * What became of a part of a job.
 *
 * @param done unique numbers of the demands changed
 * @param setAside the demands left as they are, and why
 */
public record Outcome(List<String> done, List<SetAside> setAside) {

  /**
   * A demand that the job left as it is.
   *
   * @param reason a code of the job
   */
  public record SetAside(long demandId, String reason) {}

  /** Everything was done, or no longer needed. */
  public static Outcome done(List<String> numbers) {
    return new Outcome(List.copyOf(numbers), List.of());
  }
}
