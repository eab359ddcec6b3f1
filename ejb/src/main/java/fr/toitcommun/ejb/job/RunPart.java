package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.JobJournal;
import fr.toitcommun.persistence.installation.ThisServer;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.JobRuns;
import fr.toitcommun.persistence.job.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * One part of a run in one transaction: the work, its count and its journal are stored together or
 * not at all. The sign of life before it has its own, so that nobody who asks for a stop waits.
 */
@ApplicationScoped
public class RunPart {
  /** Less than the second after which PostgreSQL looks for deadlocks: a job gives way to a desk. */
  private static final String PATIENCE = "set local lock_timeout = '800ms'";

  @Inject private Jdbi jdbi;
  @Inject private RunBook book;
  @Inject private Catalogue catalogue;
  @Inject private CurrentAgent agent;

  /**
   * Does a part.
   *
   * @return whether somebody asked to stop
   * @throws LostRun when the run was taken from this server
   */
  @ActivateRequestContext
  @Transactional(TxType.REQUIRES_NEW)
  public boolean apply(JobRun run, List<DueDemand> due) {
    boolean stop = book.beat(run.id()).orElseThrow(LostRun::new);
    jdbi.useHandle(handle -> handle.execute(PATIENCE));
    agent.enterJob();
    Outcome outcome = catalogue.job(run.job()).apply(run.day(), due);
    JobJournal.record(jdbi, run.job(), outcome.done());
    if (!new JobRuns(jdbi).count(run.id(), ThisServer.NAME, outcome)) {
      throw new LostRun();
    }
    return stop;
  }

  /** The run belongs to another server: this one must leave it alone. */
  static final class LostRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostRun() {
      super("The run was taken from this server");
    }
  }
}
