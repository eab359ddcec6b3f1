package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.allocation.CandidateRows;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import fr.toitcommun.persistence.observatory.ObservedRows;
import fr.toitcommun.persistence.registration.campaign.AbnormalDelays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Marks the demands that have waited longer than the préfet calls normal (L.441-1-4). */
@ApplicationScoped
public class AbnormalDelayWatch implements Job {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;

  @Override
  public String id() {
    return "ABNORMAL_DELAY";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    return new AbnormalDelays(jdbi).count(day);
  }

  @Override
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return new AbnormalDelays(jdbi).due(day, after, limit);
  }

  @Override
  public Outcome apply(LocalDate day, List<DueDemand> due) {
    List<String> marked = new AbnormalDelays(jdbi).mark(due, clock.instant());
    List<Long> demands = due.stream().map(DueDemand::demandId).toList();
    jdbi.useHandle(
        handle -> {
          // A grid may count it.
          CandidateRows.refresh(handle, demands, day);
          ObservedRows.keep(handle, demands);
        });
    return Outcome.done(marked);
  }
}
