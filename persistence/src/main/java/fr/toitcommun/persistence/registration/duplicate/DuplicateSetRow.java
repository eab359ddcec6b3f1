package fr.toitcommun.persistence.registration.duplicate;

import fr.toitcommun.persistence.journal.Nominative;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An open set of likely duplicates, as a list shows it.
 *
 * @param likelihood of its likeliest two, 0 to 1
 * @param members those in the caller's scope, the longest waiting first
 * @param hidden how many others lie outside the caller's scope: known to be there, not shown
 */
public record DuplicateSetRow(
    long id,
    String departement,
    double likelihood,
    List<LikenessReason> reasons,
    Instant foundAt,
    List<Member> members,
    int hidden)
    implements Nominative {

  /** A demand of the set. */
  public record Member(
      long demandId,
      String uniqueNumber,
      String name,
      LocalDate birthDate,
      String city,
      String deskName,
      LocalDate initialDepositDate) {}

  @Override
  public List<String> uniqueNumbers() {
    return members.stream().map(Member::uniqueNumber).toList();
  }
}
