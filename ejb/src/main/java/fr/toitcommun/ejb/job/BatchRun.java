package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.JobRuns;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** The run that a batch does. */
@Dependent
public class BatchRun {
  @Inject private JobContext context;
  @Inject private Jdbi jdbi;

  /** The run, as it stands. */
  JobRun run() {
    return new JobRuns(jdbi).find(id()).orElseThrow();
  }

  /** Its identity. */
  long id() {
    return Long.parseLong(
        BatchRuntime.getJobOperator()
            .getParameters(context.getExecutionId())
            .getProperty(RunStarter.RUN));
  }

  /** Asks the batch to stop after the part it is at. */
  void stop() {
    BatchRuntime.getJobOperator().stop(context.getExecutionId());
  }
}
