package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.JobRuns;
import fr.toitcommun.persistence.job.RunItemPage;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.campaign.AbnormalDelays;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The jobs of the file, as its manager plans, looks at and runs them (R.441-2-5). */
@Stateless
@Gated
@RolesAllowed(Right.ADMINISTER)
public class Jobs {
  /** How far ahead a dry run may look. */
  private static final int MOST_MONTHS_AHEAD = 24;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private Catalogue catalogue;
  @Inject private RunStarter starter;
  @Inject private NightPlan plan;

  /**
   * The jobs, what runs, what is planned and what has run.
   *
   * @param limit most runs of the history, at most {@value PageBounds#MOST_ROWS}
   */
  public JobsView view(int offset, int limit) {
    JobRuns runs = new JobRuns(jdbi);
    Map<String, JobRun> latest =
        runs.latest().stream().collect(Collectors.toMap(JobRun::job, Function.identity()));
    return new JobsView(
        catalogue.jobs().stream()
            .map(job -> new JobsView.Line(job.id(), latest.get(job.id())))
            .toList(),
        plan.next().map(ZonedDateTime::toInstant).orElse(null),
        runs.history(PageBounds.offset(offset), PageBounds.rows(limit)));
  }

  /**
   * Runs a job now.
   *
   * @return identity of the run
   * @throws RefusedInput when it runs already, on whichever server
   * @throws NotInScope when there is no such job
   */
  @Act
  public long run(String job) {
    return starter
        .start(job, LocalDate.now(clock), agent.profile().login())
        .orElseThrow(() -> RefusedInput.because("JOB_ALREADY_RUNNING"));
  }

  /**
   * Takes a stopped or failed run up where it stopped.
   *
   * @throws RefusedInput when it is neither, or the job runs meanwhile
   */
  @Act
  public void resume(long run) {
    open(run);
    if (!starter.resume(run)) {
      throw RefusedInput.because("JOB_NOT_RESUMABLE");
    }
  }

  /**
   * Asks a run to stop after the part it is at; it can be taken up again.
   *
   * @throws RefusedInput when it is no longer running
   */
  @Act
  public void stop(long run) {
    open(run);
    if (!new JobRuns(jdbi).askStop(run)) {
      throw RefusedInput.because("JOB_NOT_RUNNING");
    }
  }

  /**
   * What a job would do, without doing it: the very list that a run of that day works down.
   *
   * @param day the day to look at; null: today
   * @param departement which one is listed; null: the first that has something
   * @param after where the list goes on, as given by {@link DryRun#next}; null: at its beginning
   * @throws RefusedInput when the day lies in the past or too far ahead
   */
  public DryRun dryRun(String job, LocalDate day, String departement, String after, int limit) {
    LocalDate today = LocalDate.now(clock);
    LocalDate on = day == null ? today : day;
    LocalDate last = today.plusMonths(MOST_MONTHS_AHEAD);
    if (on.isBefore(today) || on.isAfter(last)) {
      throw RefusedInput.at("day", "DATE_OUT_OF_RANGE", today, last);
    }
    Job chosen = catalogue.job(job);
    Map<String, Long> counts = chosen.count(on);
    String listed = listed(counts, departement);
    if (listed == null) {
      return new DryRun(job, on, counts, null, List.of(), null);
    }
    DueCursor place = place(after, listed);
    List<DueDemand> rows = chosen.due(on, place, PageBounds.rows(limit));
    String next =
        rows.size() < PageBounds.rows(limit) ? null : rows.get(rows.size() - 1).cursor().written();
    return new DryRun(job, on, counts, listed, rows, next);
  }

  private static String listed(Map<String, Long> counts, String wanted) {
    if (wanted != null && counts.containsKey(wanted)) {
      return wanted;
    }
    return counts.keySet().stream().findFirst().orElse(null);
  }

  private static DueCursor place(String after, String departement) {
    if (after == null) {
      return DueCursor.start(departement);
    }
    try {
      DueCursor place = DueCursor.read(after);
      return new DueCursor(departement, place.day(), place.demandId());
    } catch (IllegalArgumentException e) {
      throw new NotInScope("place");
    }
  }

  /**
   * A run of a job.
   *
   * @throws NotInScope when there is none
   */
  public JobRun open(long run) {
    return new JobRuns(jdbi).find(run).orElseThrow(() -> new NotInScope("run " + run));
  }

  /** What a run left as it was, and why. */
  public RunItemPage left(long run, int offset, int limit) {
    return new JobRuns(jdbi).items(run, PageBounds.offset(offset), PageBounds.rows(limit));
  }

  /**
   * The active demands that have waited longer than normal (L.441-1-4), the latest to have passed
   * the delay first.
   *
   * @param departement which one is listed; null: the first that has some
   */
  public DryRun delayed(String departement, int offset, int limit) {
    AbnormalDelays delays = new AbnormalDelays(jdbi);
    Map<String, Long> counts = delays.countPassed();
    String listed = listed(counts, departement);
    return new DryRun(
        "ABNORMAL_DELAY",
        LocalDate.now(clock),
        counts,
        listed,
        listed == null
            ? List.of()
            : delays.passed(listed, PageBounds.offset(offset), PageBounds.rows(limit)),
        null);
  }
}
