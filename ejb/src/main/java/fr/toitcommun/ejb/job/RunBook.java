package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.installation.ThisServer;
import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.JobRuns;
import fr.toitcommun.persistence.job.Outcome;
import fr.toitcommun.persistence.job.RunState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Writes what becomes of a run, each time in a transaction of its own: others must see it. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class RunBook {
  /** How long a server may say nothing of a job before it counts as gone. */
  static final Duration SILENCE = Duration.ofMinutes(3);

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;

  /** Begins a run; empty when somebody else has the job. */
  public Optional<Long> open(String job, LocalDate day, String askedBy, long total) {
    return runs().open(job, day, askedBy, ThisServer.NAME, total, clock.instant());
  }

  /** Takes a run up again; false when it cannot be. */
  public boolean resume(long run) {
    return runs().resume(run, ThisServer.NAME, clock.instant());
  }

  /** Notes which execution of Jakarta Batch does it. */
  public void execution(long run, long executionId) {
    runs().execution(run, executionId);
  }

  /** Keeps a demand that could not be treated, with the kind of the fault. */
  public void failed(long run, long demandId, String kind) {
    runs().failed(run, demandId, kind);
  }

  /** Counts what was done when all parts were. */
  public void done(long run, int count) {
    runs().count(run, ThisServer.NAME, Outcome.unnamed(count));
  }

  /** A sign of life; whether somebody asked to stop, empty when the run is another server's. */
  public Optional<Boolean> beat(long run) {
    return runs().beat(run, ThisServer.NAME, clock.instant());
  }

  /** The run is over. */
  public void end(long run, RunState state, String failure) {
    runs().end(run, ThisServer.NAME, state, failure, clock.instant());
  }

  /** Gives up the runs whose servers are gone. */
  public List<JobRun> giveUpSilent() {
    return runs().giveUp(clock.instant().minus(SILENCE), clock.instant());
  }

  private JobRuns runs() {
    return new JobRuns(jdbi);
  }
}
