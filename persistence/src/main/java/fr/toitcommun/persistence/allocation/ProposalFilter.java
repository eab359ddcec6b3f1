package fr.toitcommun.persistence.allocation;

/** Which proposals of a landlord to list. */
public enum ProposalFilter {
  /** Everything under way. */
  UNDER_WAY("r.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL')"),
  /** No answer yet. */
  AWAITING("r.status in ('OPEN', 'ALLOCATED', 'RANKED', 'CONDITIONAL') and r.accepted_on is null"),
  /** No answer and the deadline is past. */
  OVERDUE(
      "r.status in ('OPEN', 'ALLOCATED', 'RANKED', 'CONDITIONAL') and r.accepted_on is null"
          + " and r.reply_deadline < :today"),
  /** Allocated by a closed session: the lease may be signed. */
  TO_SIGN("r.status in ('ALLOCATED', 'RANKED', 'CONDITIONAL') and s.status = 'CLOSED'"),
  /** Ended. */
  ENDED("r.status not in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL')");

  private final String condition;

  ProposalFilter(String condition) {
    this.condition = condition;
  }

  String condition() {
    return condition;
  }
}
