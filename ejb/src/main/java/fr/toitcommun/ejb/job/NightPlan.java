package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.job.NightlyPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When this server begins the jobs of a night: {@code TOITCOMMUN_JOBS_HOUR}, 2 if it is not set;
 * {@code never} for a server that leaves them to others.
 */
@ApplicationScoped
public class NightPlan {
  private static final String NEVER = "never";
  private static final int USUAL_HOUR = 2;

  @Inject private Clock clock;

  /** The last time the plan came round; empty when this server has none. */
  public Optional<ZonedDateTime> last() {
    return plan().map(plan -> plan.last(clock.instant()));
  }

  /** The next time it comes round; empty when this server has none. */
  public Optional<ZonedDateTime> next() {
    return plan().map(plan -> plan.next(clock.instant()));
  }

  private Optional<NightlyPlan> plan() {
    String hour = System.getenv("TOITCOMMUN_JOBS_HOUR");
    if (NEVER.equalsIgnoreCase(hour)) {
      return Optional.empty();
    }
    int at = hour == null || hour.isBlank() ? USUAL_HOUR : Integer.parseInt(hour.strip());
    return Optional.of(new NightlyPlan(at, clock.getZone()));
  }
}
