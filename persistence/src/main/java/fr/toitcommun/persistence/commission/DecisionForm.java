package fr.toitcommun.persistence.commission;

import java.time.LocalDate;
import java.util.List;

/**
 * A decision as recorded during the session.
 *
 * @param decision one of the five
 * @param rank from 1; mandatory for an allocation in rank order
 * @param conditionText the missing document; mandatory for a conditional allocation
 * @param conditionDeadline until when it must be supplied; mandatory with it
 * @param motive code of NON_ALLOCATION_MOTIVE, or IRRSEJ/IRRRES for inadmissibility; mandatory for
 *     both (L.441-2-2: motives in writing)
 * @param motiveDetail further words; may be null, but not with the motive OTHER
 * @param furtherMotives more motives of the same list; null: none
 */
public record DecisionForm(
    Decision decision,
    Integer rank,
    String conditionText,
    LocalDate conditionDeadline,
    String motive,
    String motiveDetail,
    List<String> furtherMotives) {

  /** A decision with one motive at most. */
  public DecisionForm(
      Decision decision,
      Integer rank,
      String conditionText,
      LocalDate conditionDeadline,
      String motive,
      String motiveDetail) {
    this(decision, rank, conditionText, conditionDeadline, motive, motiveDetail, null);
  }

  /** The further motives that are not the first, each once. */
  public List<String> otherMotives() {
    return furtherMotives == null
        ? List.of()
        : furtherMotives.stream().filter(code -> !code.equals(motive)).distinct().toList();
  }
}
