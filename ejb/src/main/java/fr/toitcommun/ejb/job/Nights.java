package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.JobRuns;
import fr.toitcommun.persistence.job.RunState;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks every few minutes, on each server, what the plan of the night still owes: a job that was
 * not begun for this day yet is begun, one after the other, whoever comes first; a run whose server
 * is gone is taken up again. A night that was missed is caught up as soon as a server is there,
 * since every job works on all that is due by its day.
 */
@Singleton
// Its timer would find no tables while the database is prepared.
@DependsOn("DatabasePreparation")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Nights {
  @Inject private Jdbi jdbi;
  @Inject private Catalogue catalogue;
  @Inject private RunStarter starter;
  @Inject private RunBook book;
  @Inject private NightPlan plan;

  /** Does what the plan owes. */
  @Schedule(hour = "*", minute = "*/2", persistent = false)
  public void look() {
    List<JobRun> lost = book.giveUpSilent();
    lost.stream().filter(run -> run.askedBy() == null).forEach(run -> starter.resume(run.id()));
    plan.last().ifPresent(this::catchUp);
  }

  /** Begins the next job that this night still owes, unless one of them is running. */
  private void catchUp(ZonedDateTime due) {
    JobRuns runs = new JobRuns(jdbi);
    if (!due.toInstant().isAfter(runs.installedAt())) {
      return;
    }
    LocalDate day = due.toLocalDate();
    Map<String, JobRun> latest =
        runs.latest().stream().collect(Collectors.toMap(JobRun::job, Function.identity()));
    Optional<Job> next =
        catalogue.jobs().stream().filter(job -> owes(latest.get(job.id()), due)).findFirst();
    boolean busy = latest.values().stream().anyMatch(run -> run.state() == RunState.RUNNING);
    if (!busy) {
      next.ifPresent(job -> starter.start(job.id(), day, null));
    }
  }

  private static boolean owes(JobRun latest, ZonedDateTime due) {
    return latest == null || latest.startedAt().isBefore(due.toInstant());
  }
}
