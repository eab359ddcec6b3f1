package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.JobRun;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.TreeSet;

/**
 * Reads the due demands of a job, département after département, by key. The place of the last one
 * read is what Jakarta Batch keeps with each part, and where a restart goes on.
 */
@Named
@Dependent
public class DueReader extends AbstractItemReader {
  @Inject private Catalogue catalogue;
  @Inject private BatchRun batch;

  /** Which lane this is, from 0; null where the job has but one. */
  @Inject
  @BatchProperty(name = "lane")
  private Integer lane;

  /** How many lanes the job has. */
  @Inject
  @BatchProperty(name = "lanes")
  private Integer lanes;

  private JobRun run;
  private Job job;
  private NavigableSet<String> departements;
  private DueCursor read;
  private DueCursor fetched;
  private final Queue<DueDemand> ahead = new ArrayDeque<>();

  @Override
  public void open(Serializable checkpoint) {
    run = batch.run();
    job = catalogue.job(run.job());
    departements = new TreeSet<>(job.departements(run.day()));
    read = checkpoint == null ? null : DueCursor.read(checkpoint.toString());
    fetched = read;
    if (fetched == null && !departements.isEmpty()) {
      fetched = DueCursor.start(departements.first());
    }
  }

  @Override
  public Object readItem() {
    while (ahead.isEmpty() && fetched != null) {
      fetch();
    }
    DueDemand next = ahead.poll();
    if (next != null) {
      read = next.cursor();
    }
    return next;
  }

  private void fetch() {
    List<DueDemand> page = job.due(run.day(), fetched, job.page());
    page.stream().filter(this::mine).forEach(ahead::add);
    if (page.size() == job.page()) {
      fetched = page.get(page.size() - 1).cursor();
    } else {
      String next = departements.higher(fetched.departementCode());
      fetched = next == null ? null : DueCursor.start(next);
    }
  }

  private boolean mine(DueDemand due) {
    return lane == null || due.demandId() % lanes == lane;
  }

  @Override
  public Serializable checkpointInfo() {
    return read == null ? null : read.written();
  }
}
