package fr.toitcommun.persistence.observatory;

import java.util.Arrays;
import java.util.Optional;

/** What happens to demands and is counted by the period in which it took effect. */
public enum Fact {
  REGISTERED("REGISTERED"),
  RENEWED("RENEWED"),
  MODIFIED("MODIFIED"),
  CANCELLED("CANCELLED"),
  REINSTATED("REINSTATED"),
  PROPOSED("PROPOSED"),
  REFUSED("PROPOSAL_REFUSED"),
  LAPSED("PROPOSAL_LAPSED"),
  /** A decision of a commission on a candidate (R.441-3). */
  DECIDED("DECIDED"),
  /** A signed lease that stands. */
  SATISFIED("HOUSED");

  /** Why a demand is counted as cancelled that went into another: no reason of R.441-2-8. */
  static final String MERGED = "MERGED";

  private final String event;

  Fact(String event) {
    this.event = event;
  }

  /** Its name among the events of a demand ({@code observed_fact.fact}). */
  public String event() {
    return event;
  }

  /** The fact that an event is counted as, if any. */
  public static Optional<Fact> ofEvent(String event) {
    return Arrays.stream(values()).filter(fact -> fact.event.equals(event)).findFirst();
  }
}
