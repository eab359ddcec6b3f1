package fr.toitcommun.persistence.allocation.commitment;

import java.util.ArrayList;
import java.util.Comparator;
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
   * @param question the decision in question; null: none is
   */
  public static List<LeaseFacts> leases(
      List<CommitmentReader.Candidate> candidates, Question question) {
    List<LeaseFacts> leases = new ArrayList<>();
    List<Long> items =
        candidates.stream().map(CommitmentReader.Candidate::itemId).distinct().toList();
    for (long item : items) {
      List<CommitmentReader.Candidate> ofItem =
          candidates.stream().filter(one -> one.itemId() == item).toList();
      ofItem.stream()
          .filter(
              question == null
                  ? CommitmentReader.Candidate::allocated
                  : one -> question.isAbout(one) ? question.allocates() : one.allocated())
          .min(
              Comparator.comparing(
                      (CommitmentReader.Candidate one) ->
                          question != null && question.isAbout(one) ? question.rank() : one.rank())
                  // Of two of one rank the decision in question is the one to see.
                  .thenComparing(one -> question == null || !question.isAbout(one)))
          .ifPresent(one -> leases.add(one.facts()));
    }
    return leases;
  }

  /**
   * A decision that is not taken yet.
   *
   * @param candidateId on whom
   * @param allocates whether it would give them the dwelling
   * @param rank in what order, from 1
   */
  public record Question(long candidateId, boolean allocates, int rank) {
    boolean isAbout(CommitmentReader.Candidate candidate) {
      return candidate.candidateId() == candidateId;
    }
  }
}
