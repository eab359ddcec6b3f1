package fr.toitcommun.ejb.journal;

import jakarta.ejb.ApplicationException;

/**
 * What was asked for does not exist for this caller: absent or out of their scope, which they are
 * not told apart (R.441-2-6). Answered as 404 and journalled as a refusal.
 */
@ApplicationException(rollback = true)
public class NotInScope extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String subject;

  /**
   * Not for this caller.
   *
   * @param subject number or identity asked for, kept in the journal
   */
  public NotInScope(String subject) {
    super("Not in scope");
    this.subject = subject;
  }

  /** The number or identity asked for. */
  public String subject() {
    return subject;
  }
}
