package fr.toitcommun.ejb.journal;

import jakarta.ejb.EJBAccessException;

/**
 * The caller knows that it is there, but has no right to this of it. Answered as 403 and journalled
 * as a refusal with what was asked for.
 */
public class NotAllowed extends EJBAccessException {
  private static final long serialVersionUID = 1L;

  private final String subject;

  /**
   * Not for this caller.
   *
   * @param subject what was asked for, without names, kept in the journal
   */
  public NotAllowed(String subject) {
    super("Not allowed");
    this.subject = subject;
  }

  /** What was asked for. */
  public String subject() {
    return subject;
  }
}
