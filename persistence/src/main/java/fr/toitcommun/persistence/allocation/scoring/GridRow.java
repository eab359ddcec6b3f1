package fr.toitcommun.persistence.allocation.scoring;

import java.time.LocalDate;
import java.util.List;

/**
 * A grid in a list, or to be read.
 *
 * @param version of its row: who saves states the one they read
 * @param territory name of the EPCI or département
 * @param number version within the territory
 * @param inForceFrom first day; null for a draft
 * @param inForceTo first day on which it no longer counts; null when there is none
 * @param state on the day it was read
 * @param scored how many demands have a score by it
 * @param criteria in order
 */
public record GridRow(
    long gridId,
    int version,
    String territoryCode,
    String territory,
    int number,
    ScoringMethod method,
    String note,
    LocalDate inForceFrom,
    LocalDate inForceTo,
    State state,
    long scored,
    List<ScoringCriterion> criteria) {

  /** Where a grid stands. */
  public enum State {
    /** Being written. */
    DRAFT,
    /** Will count from a day to come. */
    SCHEDULED,
    /** Counts. */
    IN_FORCE,
    /** Counted once. */
    SUPERSEDED
  }

  static State state(LocalDate from, LocalDate to, LocalDate day) {
    if (from == null) {
      return State.DRAFT;
    }
    if (from.isAfter(day)) {
      return State.SCHEDULED;
    }
    return to == null || to.isAfter(day) ? State.IN_FORCE : State.SUPERSEDED;
  }
}
