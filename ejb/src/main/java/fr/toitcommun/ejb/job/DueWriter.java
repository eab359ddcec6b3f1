package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.JobRun;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a part of a job. When a part fails its demands are tried one by one, so that one that cannot
 * be treated keeps no other from it; it is kept with the kind of its fault.
 */
@Named
@Dependent
public class DueWriter extends AbstractItemWriter {
  private static final Logger LOG = LoggerFactory.getLogger(DueWriter.class);

  /** So many in a row are no matter of single demands any more. */
  private static final int MOST_IN_A_ROW = 50;

  @Inject private BatchRun batch;
  @Inject private RunPart part;
  @Inject private RunBook book;

  private JobRun run;
  private int failedInARow;

  @Override
  public void open(Serializable checkpoint) {
    run = batch.run();
  }

  @Override
  public void writeItems(List<Object> items) {
    List<DueDemand> due = items.stream().map(DueDemand.class::cast).toList();
    boolean stop;
    try {
      stop = part.apply(run, due);
      failedInARow = 0;
    } catch (RunPart.LostRun lost) {
      throw lost;
    } catch (RuntimeException fault) {
      stop = false;
      for (DueDemand one : due) {
        stop |= single(one);
      }
    }
    if (stop) {
      batch.stop();
    }
  }

  private boolean single(DueDemand one) {
    try {
      boolean stop = part.apply(run, List.of(one));
      failedInARow = 0;
      return stop;
    } catch (RunPart.LostRun lost) {
      throw lost;
    } catch (RuntimeException fault) {
      // Its message might name people.
      Throwable root = fault;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      String kind = root.getClass().getSimpleName();
      LOG.warn("[toit-commun] Job {}: demand {} failed: {}", run.job(), one.demandId(), kind);
      if (++failedInARow > MOST_IN_A_ROW) {
        throw fault;
      }
      book.failed(run.id(), one.demandId(), kind);
      return false;
    }
  }
}
