package fr.toitcommun.persistence.commission;

import java.time.Instant;
import java.util.List;

/**
 * The vote from afar on one dwelling, and what members said to each other of it.
 *
 * @param voters who has voted, in the order of their votes; not what
 * @param awaited deliberative members concerned who can vote and have not
 * @param results what the votes come to, by candidate; empty while members vote
 * @param messages what was said, oldest first
 */
public record ItemVotes(
    long itemId,
    List<Voter> voters,
    List<String> awaited,
    List<VoteTally.Result> results,
    List<Message> messages) {

  /** Someone who has voted. */
  public record Voter(String name, boolean deliberative, Instant at) {}

  /** Something a member said of the dwelling. */
  public record Message(String author, Instant at, String words) {}
}
