package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.allocation.NightlyProposals;
import fr.toitcommun.persistence.allocation.DueProposals;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Ends proposals whose day is over, for one reason, and calls whoever comes next in rank. */
abstract class ProposalWatch implements Job {
  @Inject private Jdbi jdbi;
  @Inject private NightlyProposals proposals;

  /** Why they end. */
  abstract DueProposals.Kind kind();

  @Override
  public Map<String, Long> count(LocalDate day) {
    return new DueProposals(jdbi, kind()).count(day);
  }

  @Override
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return new DueProposals(jdbi, kind()).due(day, after, limit);
  }

  @Override
  public Outcome apply(LocalDate day, List<DueDemand> due) {
    return proposals.apply(kind(), day, due);
  }
}
