package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something done over and over to all demands for which it is due. A CDI bean that implements this
 * is in the catalogue: it is planned each night, run in parts that commit one by one, stopped and
 * taken up again, and shown to the manager. The batch {@code META-INF/batch-jobs/<id>.xml} says how
 * many demands a part has.
 *
 * <p>What a run does is what {@link #due} lists, so a dry run is that list. A part may be repeated
 * after a fault: what {@link #apply} has done, it must not do twice.
 */
public interface Job {
  /** Its name in the catalogue, in runs and in texts: {@code RENEWAL_NOTICES}. */
  String id();

  /** Jobs of a night run in this order, one after the other. */
  int order();

  /** How many demands, or dwellings, are due on that day, by département. */
  Map<String, Long> count(LocalDate day);

  /** The due demands of the place's département after it, in an order of the job's own. */
  List<DueDemand> due(LocalDate day, DueCursor after, int limit);

  /** How many due demands are read ahead at once; what is due is sought anew for each such page. */
  default int page() {
    return 1000;
  }

  /** Where there may be something due; by default where {@link #count} finds it. */
  default Set<String> departements(LocalDate day) {
    return count(day).keySet();
  }

  /**
   * Does it, within the caller's transaction, to demands that were due a moment ago: each is to be
   * checked once more where it is written.
   */
  Outcome apply(LocalDate day, List<DueDemand> due);

  /**
   * What is left to do once, outside any transaction, when a run has come to its end.
   *
   * @param alive to be called now and then: a sign of life of the run
   * @return how many of what {@link #count} found it did that {@link #due} cannot list, since it is
   *     no demand
   */
  default int afterwards(Runnable alive) {
    return 0;
  }
}
