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
  /**
   * The applicant has not been told, or the coming of the letter is not recorded: no delay runs.
   */
  TO_NOTIFY(
      "r.accepted_on is null and r.notified_on is null and (r.status = 'OPEN' or r.status in"
          + " ('ALLOCATED', 'RANKED', 'CONDITIONAL') and r.called_on is not null)"),
  /** Allocated under a condition that is not met yet, nearest deadline first. */
  CONDITIONS(
      "r.status = 'CONDITIONAL' and s.status = 'CLOSED' and c.condition_met_on is null",
      "c.condition_until"),
  /** Ended. */
  ENDED("r.status not in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL')");

  private final String condition;
  private final String order;

  ProposalFilter(String condition) {
    this(condition, "r.reply_deadline");
  }

  ProposalFilter(String condition, String order) {
    this.condition = condition;
    this.order = order;
  }

  String order() {
    return order;
  }

  String condition() {
    return condition;
  }
}
