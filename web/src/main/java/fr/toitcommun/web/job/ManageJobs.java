package fr.toitcommun.web.job;

import fr.toitcommun.ejb.job.Jobs;
import fr.toitcommun.ejb.job.JobsView;
import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.RunState;
import fr.toitcommun.web.shell.News;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** The jobs of the file: what is planned, what runs, what has run. */
@Named
@ViewScoped
public class ManageJobs implements Serializable {
  private static final int ROWS = 20;
  private static final String HERE = "/jobs.xhtml?faces-redirect=true";

  @Inject private Jobs jobs;
  @Inject private News news;

  private Long number;
  private transient JobsView view;

  /** Reads them. */
  public void load() {
    view = jobs.view((Pages.first(number) - 1) * ROWS, ROWS);
  }

  private JobsView view() {
    if (view == null) {
      load();
    }
    return view;
  }

  /** Runs a job now. */
  public String run(String job) {
    jobs.run(job);
    return news.at("job.started", HERE);
  }

  /** Takes a run up again where it stopped. */
  public String resume(long run) {
    jobs.resume(run);
    return news.at("job.resumed", HERE);
  }

  /** Asks a run to stop. */
  public String stop(long run) {
    jobs.stop(run);
    return news.at("job.stopping", HERE);
  }

  /** The jobs, each with its latest run. */
  public List<JobsView.Line> getLines() {
    return view().jobs();
  }

  /** When the night's plan comes round next; null: not on this server. */
  public Instant getNext() {
    return view().next();
  }

  /** Whether anything is running, so that the page looks again. */
  public boolean isRunning() {
    return getLines().stream()
        .map(JobsView.Line::latest)
        .anyMatch(run -> run != null && run.state() == RunState.RUNNING);
  }

  /** Part of the history. */
  public List<JobRun> getHistory() {
    return view().history().rows();
  }

  public Pages getPages() {
    return Pages.at(number, ROWS, view().history().total());
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }
}
