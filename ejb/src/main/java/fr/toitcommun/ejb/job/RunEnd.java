package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.job.RunState;
import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Writes how a run ended, which frees its job. */
@Named
@Dependent
public class RunEnd extends AbstractStepListener {
  @Inject private StepContext step;
  @Inject private BatchRun batch;
  @Inject private RunBook book;
  @Inject private Catalogue catalogue;

  @Override
  public void afterStep() {
    Exception fault = step.getException();
    BatchStatus status = step.getBatchStatus();
    if (fault != null || status == BatchStatus.FAILED) {
      book.end(
          batch.id(), RunState.FAILED, fault == null ? null : fault.getClass().getSimpleName());
    } else if (status == BatchStatus.STOPPING || status == BatchStatus.STOPPED) {
      book.end(batch.id(), RunState.STOPPED, null);
    } else {
      int done = catalogue.job(batch.run().job()).afterwards(() -> book.beat(batch.id()));
      book.done(batch.id(), done);
      book.end(batch.id(), RunState.DONE, null);
    }
  }
}
