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
 * Ends the proposals that nobody answered by their deadline: silence is a refusal (R.441-10), and
 * the next in rank is called. One that was accepted, or of which the applicant was never told,
 * stays.
 */
@ApplicationScoped
public class SilenceWatch implements Job {
  @Inject private Jdbi jdbi;
  @Inject private NightlyProposals proposals;

  @Override
  public String id() {
    return "PROPOSAL_SILENCE";
  }

  @Override
  public int order() {
    return 35;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    return new DueProposals(jdbi, DueProposals.Kind.SILENCE).count(day);
  }

  @Override
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return new DueProposals(jdbi, DueProposals.Kind.SILENCE).due(day, after, limit);
  }

  @Override
  public Outcome apply(LocalDate day, List<DueDemand> due) {
    return proposals.apply(DueProposals.Kind.SILENCE, day, due);
  }
}
