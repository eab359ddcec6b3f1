package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.allocation.DueProposals;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends the allocations whose suspensive condition was not met by its deadline (R.441-3 c), and
 * calls the next in rank. Before that day they stand in the list of conditions of their landlord.
 */
@ApplicationScoped
public class ConditionWatch extends ProposalWatch {
  @Override
  public String id() {
    return "ALLOCATION_CONDITIONS";
  }

  @Override
  public int order() {
    return 36;
  }

  @Override
  DueProposals.Kind kind() {
    return DueProposals.Kind.CONDITION;
  }
}
