package fr.toitcommun.persistence.job;

import java.time.LocalDate;
import java.util.List;

/**
 * A demand for which a job has something to do, without any name.
 *
 * @param departementCode where housing is sought
 * @param sortedBy the day by which the job takes demands in order
 * @param what the job would do: a code of the job
 * @param why a code of the job
 * @param on the day it is about, such as the end of validity
 * @param others unique numbers of the demands that are treated with it
 */
public record DueDemand(
    long demandId,
    String uniqueNumber,
    String departementCode,
    LocalDate sortedBy,
    String what,
    String why,
    LocalDate on,
    List<String> others) {

  /** A demand that is treated alone. */
  public DueDemand(
      long demandId,
      String uniqueNumber,
      String departementCode,
      LocalDate sortedBy,
      String what,
      String why,
      LocalDate on) {
    this(demandId, uniqueNumber, departementCode, sortedBy, what, why, on, List.of());
  }

  /** Where the next page begins. */
  public DueCursor cursor() {
    return new DueCursor(departementCode, sortedBy, demandId);
  }
}
