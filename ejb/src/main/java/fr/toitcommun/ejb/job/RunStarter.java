package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.JobRuns;
import fr.toitcommun.persistence.job.RunState;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;

/**
 * Hands jobs to Jakarta Batch. First the run is written, which is the lock; then the batch begins,
 * outside any transaction of the caller, or it would begin before its run is seen.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class RunStarter {
  /** The parameter by which a batch knows its run. */
  static final String RUN = "run";

  @Inject private Catalogue catalogue;
  @Inject private RunBook book;
  @Inject private Jdbi jdbi;

  /**
   * Begins a job.
   *
   * @param day the day it works as of
   * @param askedBy login; null: the plan of the night
   * @return the run; empty when the job runs already or, planned, was begun for that day
   */
  public Optional<Long> start(String jobId, LocalDate day, String askedBy) {
    Job job = catalogue.job(jobId);
    long total = job.count(day).values().stream().mapToLong(Long::longValue).sum();
    Optional<Long> run = book.open(jobId, day, askedBy, total);
    run.ifPresent(id -> begin(id, jobId));
    return run;
  }

  /**
   * Takes a stopped or failed run up where it stopped, on this server.
   *
   * @return false when it cannot be, or the job runs meanwhile
   */
  public boolean resume(long runId) {
    Optional<JobRun> run = new JobRuns(jdbi).find(runId);
    if (run.isEmpty() || !book.resume(runId)) {
      return false;
    }
    Long before = run.get().executionId();
    if (before == null) {
      begin(runId, run.get().job());
    } else {
      again(runId, run.get().job(), before);
    }
    return true;
  }

  private void begin(long run, String job) {
    handOver(run, () -> operator().start(job, parameters(run)));
  }

  private void again(long run, String job, long before) {
    Properties parameters = parameters(run);
    // Its server may have died without a word: that the run was free says that nobody is at it.
    parameters.setProperty("jberet.restart.mode", "force");
    handOver(
        run,
        () -> {
          try {
            return operator().restart(before, parameters);
          } catch (NoSuchJobExecutionException | JobRestartException e) {
            // The batch's own memory is gone: the work itself knows what is left to do.
            return operator().start(job, parameters(run));
          }
        });
  }

  private void handOver(long run, java.util.function.LongSupplier batch) {
    try {
      book.execution(run, batch.getAsLong());
    } catch (RuntimeException e) {
      book.end(run, RunState.FAILED, e.getClass().getSimpleName());
      throw e;
    }
  }

  private static JobOperator operator() {
    return BatchRuntime.getJobOperator();
  }

  private static Properties parameters(long run) {
    Properties parameters = new Properties();
    parameters.putAll(Map.of(RUN, Long.toString(run)));
    return parameters;
  }
}
