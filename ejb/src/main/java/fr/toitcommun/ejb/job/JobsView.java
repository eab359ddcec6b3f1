package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.JobRunPage;
import java.time.Instant;
import java.util.List;

/**
 * What the manager sees of the jobs.
 *
 * @param jobs each job with its latest run
 * @param next when the night's plan comes round next; null: this server has none
 * @param history all runs, latest first
 */
public record JobsView(List<Line> jobs, Instant next, JobRunPage history) {
  /**
   * A job.
   *
   * @param latest its latest run; null: none yet
   */
  public record Line(String job, JobRun latest) {}
}
