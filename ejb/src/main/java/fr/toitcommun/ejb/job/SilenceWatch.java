package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.allocation.DueProposals;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends the proposals that nobody answered by their deadline: silence is a refusal (R.441-10), and
 * the next in rank is called. One that was accepted, or of which the applicant was never told,
 * stays.
 */
@ApplicationScoped
public class SilenceWatch extends ProposalWatch {
  @Override
  public String id() {
    return "PROPOSAL_SILENCE";
  }

  @Override
  public int order() {
    return 35;
  }

  @Override
  DueProposals.Kind kind() {
    return DueProposals.Kind.SILENCE;
  }
}
