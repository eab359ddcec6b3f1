package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.ProposalStatus;

/** The five decisions a commission may take on a candidate (R.441-3). */
public enum Decision {
  /** a) */
  ALLOCATION(ProposalStatus.ALLOCATED),
  /** b) in rank order: the next takes it if the one before refuses. */
  RANKED_ALLOCATION(ProposalStatus.RANKED),
  /** c) a document of the limiting list is missing; a time limit is set. */
  CONDITIONAL_ALLOCATION(ProposalStatus.CONDITIONAL),
  /** d) not this dwelling. */
  NON_ALLOCATION(ProposalStatus.NOT_ALLOCATED),
  /** e) the conditions for social housing are not met. */
  INADMISSIBILITY(ProposalStatus.INADMISSIBLE);

  private final ProposalStatus status;

  Decision(ProposalStatus status) {
    this.status = status;
  }

  /** What becomes of the proposal. */
  public ProposalStatus status() {
    return status;
  }
}
