package fr.toitcommun.web.job;

import fr.toitcommun.ejb.job.DryRun;
import fr.toitcommun.ejb.job.Jobs;
import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.RunItemPage;
import fr.toitcommun.web.shell.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;

/**
 * A list of a job: what it would do on a day, what a run left as it was, or the demands that have
 * waited too long.
 */
@Named
@RequestScoped
public class ListOfJob {
  private static final int ROWS = 50;

  @Inject private Jobs jobs;

  private String job;
  private LocalDate day;
  private String departement;
  private String after;
  private Long run;
  private boolean delayed;
  private Long number;
  private DryRun due;
  private JobRun ran;
  private RunItemPage left;

  /** Reads the list asked for. */
  public void load() {
    int offset = (Pages.first(number) - 1) * ROWS;
    if (run != null) {
      ran = jobs.open(run);
      left = jobs.left(run, offset, ROWS);
    } else if (delayed) {
      due = jobs.delayed(departement, offset, ROWS);
    } else {
      due = jobs.dryRun(job, day, departement, after, ROWS);
    }
  }

  /** What is due or delayed; null on the list of a run. */
  public DryRun getDue() {
    return due;
  }

  /** The run listed; null on the other lists. */
  public JobRun getRan() {
    return ran;
  }

  /** What the run left as it was. */
  public RunItemPage getLeft() {
    return left;
  }

  /** Where a list by pages stands. */
  public Pages getPages() {
    long total =
        left != null
            ? left.total()
            : due == null ? 0 : due.counts().getOrDefault(due.departement(), 0L);
    return Pages.at(number, ROWS, total);
  }

  public String getJob() {
    return job;
  }

  public void setJob(String job) {
    this.job = job;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public String getDepartement() {
    return departement;
  }

  public void setDepartement(String departement) {
    this.departement = departement;
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }

  public Long getRun() {
    return run;
  }

  public void setRun(Long run) {
    this.run = run;
  }

  /** Whether the demands that have waited too long are listed. */
  public boolean isDelayed() {
    return delayed;
  }

  public void setDelayed(boolean delayed) {
    this.delayed = delayed;
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }
}
