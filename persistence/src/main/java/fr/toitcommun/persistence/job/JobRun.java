package fr.toitcommun.persistence.job;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One run of a job.
 *
 * @param job its identity in the catalogue
 * @param day the day it works as of
 * @param askedBy login of who asked for it; null: the plan of the night
 * @param server which server runs it
 * @param executionId identity at Jakarta Batch; null while it is being started
 * @param beatAt when it last gave a sign of life
 * @param total what was due when it began
 * @param done demands changed, or dwellings where the job concerns these
 * @param setAside demands left as they are, for a reason of the rule
 * @param failed demands left as they are because of a fault
 * @param failure kind of the fault that ended it; null: none
 */
public record JobRun(
    long id,
    String job,
    LocalDate day,
    RunState state,
    String askedBy,
    String server,
    Long executionId,
    Instant startedAt,
    Instant beatAt,
    Instant endedAt,
    boolean stopAsked,
    long total,
    long done,
    long setAside,
    long failed,
    String failure) {

  /** How far it has come, 0 to 100. */
  public int percent() {
    if (state == RunState.DONE || total == 0) {
      return 100;
    }
    return (int) Math.min(99, (done + setAside + failed) * 100 / total);
  }
}
