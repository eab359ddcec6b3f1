package fr.toitcommun.persistence.allocation;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a proposal stands, and the table of allowed transitions (domain.md §3.7; R.441-3,
 * R.441-10).
 */
public enum ProposalStatus {
  /** Made to the applicant, who answers or whose demand goes to the commission. */
  OPEN,
  ON_AGENDA,
  /** Decision a). */
  ALLOCATED,
  /** Decision b): allocated if those of better rank refuse. */
  RANKED,
  /** Decision c): allocated once a missing document is supplied. */
  CONDITIONAL,
  /** Decision d). */
  NOT_ALLOCATED,
  /** Decision e). */
  INADMISSIBLE,
  /** Refused by the applicant. */
  REFUSED,
  /** No answer by the deadline is a refusal. */
  LAPSED,
  /** Taken back by the landlord. */
  WITHDRAWN,
  /** Freed because the applicant or the dwelling found another. */
  RELEASED,
  /** The lease is signed. */
  HOUSED;

  private static final Set<ProposalStatus> ENDS_ANYWHERE =
      EnumSet.of(REFUSED, LAPSED, WITHDRAWN, RELEASED);
  private static final Set<ProposalStatus> DECISIONS =
      EnumSet.of(ALLOCATED, RANKED, CONDITIONAL, NOT_ALLOCATED, INADMISSIBLE);
  private static final Map<ProposalStatus, Set<ProposalStatus>> NEXT =
      Map.of(
          OPEN, with(ENDS_ANYWHERE, ON_AGENDA),
          // A candidate taken off the agenda is an open proposal again.
          ON_AGENDA, with(union(ENDS_ANYWHERE, DECISIONS), OPEN),
          // Until the session is closed a decision may be corrected.
          ALLOCATED, with(union(ENDS_ANYWHERE, DECISIONS), HOUSED),
          RANKED, with(union(ENDS_ANYWHERE, DECISIONS), HOUSED),
          CONDITIONAL, with(union(ENDS_ANYWHERE, DECISIONS), HOUSED),
          NOT_ALLOCATED, DECISIONS,
          INADMISSIBLE, DECISIONS);

  /** Whether this proposal still engages dwelling and applicant. */
  public boolean isOpen() {
    return switch (this) {
      case OPEN, ON_AGENDA, ALLOCATED, RANKED, CONDITIONAL -> true;
      default -> false;
    };
  }

  /** Whether a lease may follow from here. */
  public boolean isAllocation() {
    return this == ALLOCATED || this == RANKED || this == CONDITIONAL;
  }

  /** Whether this proposal may go there. */
  public boolean allows(ProposalStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  private static Set<ProposalStatus> with(Set<ProposalStatus> some, ProposalStatus more) {
    return union(some, EnumSet.of(more));
  }

  private static Set<ProposalStatus> union(Set<ProposalStatus> some, Set<ProposalStatus> others) {
    EnumSet<ProposalStatus> all = EnumSet.copyOf(some);
    all.addAll(others);
    return all;
  }
}
