package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the cancellation of a signature would do, or did.
 *
 * @param lease the lease
 * @param hindrance code of the fault that forbids it; null: none
 * @param released the proposals that the signature released, and whether each can stand again
 * @param letter what becomes of the letter that tells the cancellation of the demand
 */
public record LeaseUndoing(
    LeaseRow lease, String hindrance, List<ReleasedByLease> released, Letter letter)
    implements Nominative {

  /** What becomes of the letter of RADATT. */
  public enum Letter {
    /** It was still owed: annulled. */
    ANNULLED,
    /** It has been made: whoever has it must hold it back or write again. */
    MADE,
    /** There is none. */
    NONE
  }

  @Override
  public List<String> uniqueNumbers() {
    return lease.erased()
        ? List.of()
        : Stream.concat(
                Stream.of(lease.uniqueNumber()),
                released.stream().map(ReleasedByLease::uniqueNumber))
            .distinct()
            .toList();
  }

  /** Those that can stand again. */
  public List<ReleasedByLease> restorable() {
    return released.stream().filter(one -> one.hindrance() == null).toList();
  }

  /** Those that stay released. */
  public List<ReleasedByLease> lost() {
    return released.stream().filter(one -> one.hindrance() != null).toList();
  }
}
