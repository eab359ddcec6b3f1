package fr.toitcommun.persistence.registration;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * What was typed may be true but is odd enough to ask: nothing of it is stored until the caller
 * says yes to each doubt by its {@link Fault#control}. Whoever knows only {@link RefusedInput}
 * shows the doubts at their fields as any other fault, and nothing typed is lost.
 */
@ApplicationException(rollback = true)
public class DoubtfulInput extends RefusedInput {
  private static final long serialVersionUID = 1L;

  /** Doubts not confirmed yet; at least one. */
  public DoubtfulInput(List<Fault> doubts) {
    super(doubts);
  }
}
