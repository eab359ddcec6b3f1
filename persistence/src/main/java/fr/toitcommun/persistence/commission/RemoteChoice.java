package fr.toitcommun.persistence.commission;

/** What a member votes from afar on a candidate. */
public enum RemoteChoice {
  /** The dwelling goes to this candidate, in a rank. */
  ALLOCATION(Decision.RANKED_ALLOCATION),
  /** Not this dwelling; with a motive (L.441-2-2). */
  NON_ALLOCATION(Decision.NON_ALLOCATION),
  /** Inadmissible (R.441-3 e); with a motive. */
  REJECTION(Decision.INADMISSIBILITY),
  /** To be examined at the session itself. */
  POSTPONE(null);

  private final Decision decision;

  RemoteChoice(Decision decision) {
    this.decision = decision;
  }

  /** The decision it asks for; null: none before the session. */
  public Decision decision() {
    return decision;
  }

  /** Whether a motive must be stated with it. */
  public boolean needsMotive() {
    return this == NON_ALLOCATION || this == REJECTION;
  }

  /** The list its motive is of. */
  public String motiveList() {
    return this == REJECTION ? "CANCELLATION_SUB_REASON" : "NON_ALLOCATION_MOTIVE";
  }
}
