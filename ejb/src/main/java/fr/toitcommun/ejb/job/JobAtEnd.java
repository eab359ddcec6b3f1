package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import java.time.LocalDate;
import java.util.List;

/**
 * A job that concerns no demand: it counts what is due and lists nothing, its work is done when the
 * run ends.
 */
interface JobAtEnd extends Job {
  /** Where something is due that belongs to no département. */
  String WHOLE_FILE = "-";

  @Override
  default List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return List.of();
  }

  @Override
  default Outcome apply(LocalDate day, List<DueDemand> due) {
    return Outcome.unnamed(0);
  }

  /**
   * {@inheritDoc} It is the whole work of such a job.
   *
   * @return how much of what {@link #count} found it did
   */
  @Override
  int afterwards(Runnable alive);
}
