package fr.toitcommun.persistence.job;

import java.util.List;

/**
 * What became of a part of a job.
 *
 * @param count how many were done
 * @param done unique numbers of the demands changed, for the journal
 * @param setAside the demands left as they are, and why
 */
public record Outcome(int count, List<String> done, List<SetAside> setAside) {

  /**
   * A demand that the job left as it is.
   *
   * @param reason a code of the job
   */
  public record SetAside(long demandId, String reason) {}

  /** These were done, those were left. */
  public static Outcome of(List<String> numbers, List<SetAside> setAside) {
    return new Outcome(numbers.size(), List.copyOf(numbers), List.copyOf(setAside));
  }

  /** Everything was done, or no longer needed. */
  public static Outcome done(List<String> numbers) {
    return of(numbers, List.of());
  }

  /** So many were done, and the journal must not name them: they have lost their numbers. */
  public static Outcome unnamed(int count) {
    return new Outcome(count, List.of(), List.of());
  }
}
