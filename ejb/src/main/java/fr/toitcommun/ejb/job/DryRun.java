package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.job.DueDemand;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a job would do on a day: part of the list, without any name.
 *
 * @param counts how many demands it would look at, by département
 * @param departement the one that is listed; null when there is nothing to list
 * @param rows part of its list
 * @param next where the list goes on; null: nowhere
 */
public record DryRun(
    String job,
    LocalDate day,
    Map<String, Long> counts,
    String departement,
    List<DueDemand> rows,
    String next) {

  /** How many in all départements. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
