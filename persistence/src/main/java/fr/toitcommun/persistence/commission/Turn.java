package fr.toitcommun.persistence.commission;

import java.time.LocalDateTime;
import java.util.Comparator;

/**
 * A place in the order in which those allocated a dwelling are called, over all sessions that
 * examined it (R.441-3 b): earlier sessions first, then ranks. The view proposal_turn has the same
 * order.
 *
 * @param sessionId null until stored
 * @param order rank, or 1 without any
 * @param candidateId null until stored
 */
record Turn(LocalDateTime heldAt, Long sessionId, int order, Long candidateId)
    implements Comparable<Turn> {
  private static final Comparator<Turn> ORDER =
      Comparator.comparing(Turn::heldAt)
          .thenComparing(Turn::sessionId, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(Turn::order)
          .thenComparing(Turn::candidateId, Comparator.nullsFirst(Comparator.naturalOrder()));

  @Override
  public int compareTo(Turn other) {
    return ORDER.compare(this, other);
  }
}
