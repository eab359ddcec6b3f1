package fr.toitcommun.persistence.allocation.commitment;

import java.util.ArrayList;
import java.util.List;

/**
 * What a session makes of a counter: before it, with the decisions taken so far, and with one more.
 *
 * @param with with the decision in question; null: none is
 */
public record Forecast(Counter before, Counter decided, Counter with) {

  /** Whether anything moves. */
  public boolean moves() {
    return !before.equals(decided) || with != null && !decided.equals(with);
  }

  /**
   * One lease per dwelling: that of the first in rank who is still in.
   *
   * @param candidates of a session, in the order of their dwellings and ranks
   * @param chosen the candidate in question; null: none
   * @param allocates whether the decision in question would give them the dwelling
   */
  public static List<LeaseFacts> leases(
      List<CommitmentReader.Candidate> candidates, Long chosen, boolean allocates) {
    List<LeaseFacts> leases = new ArrayList<>();
    List<Long> items =
        candidates.stream().map(CommitmentReader.Candidate::itemId).distinct().toList();
    for (long item : items) {
      List<CommitmentReader.Candidate> ofItem =
          candidates.stream().filter(one -> one.itemId() == item).toList();
      ofItem.stream()
          .filter(one -> chosen != null && allocates && one.candidateId() == chosen)
          .findFirst()
          .or(
              () ->
                  ofItem.stream()
                      .filter(one -> one.allocated())
                      .filter(one -> chosen == null || one.candidateId() != chosen)
                      .findFirst())
          .ifPresent(one -> leases.add(one.facts()));
    }
    return leases;
  }
}
