package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.allocation.NightlyProposals;
import fr.toitcommun.persistence.allocation.DueProposals;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Ends the allocations whose suspensive condition was not met by its deadline (R.441-3 c), and
 * calls the next in rank. Before that day they stand in the list of conditions of their landlord.
 */
@ApplicationScoped
public class ConditionWatch implements Job {
  @Inject private Jdbi jdbi;
  @Inject private NightlyProposals proposals;

  @Override
  public String id() {
    return "ALLOCATION_CONDITIONS";
  }

  @Override
  public int order() {
    return 36;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    return new DueProposals(jdbi, DueProposals.Kind.CONDITION).count(day);
  }

  @Override
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return new DueProposals(jdbi, DueProposals.Kind.CONDITION).due(day, after, limit);
  }

  @Override
  public Outcome apply(LocalDate day, List<DueDemand> due) {
    return proposals.apply(DueProposals.Kind.CONDITION, day, due);
  }
}
