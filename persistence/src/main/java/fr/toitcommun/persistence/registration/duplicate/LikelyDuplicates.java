package fr.toitcommun.persistence.registration.duplicate;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * The likely duplicates of a person.
 *
 * @param shown those the caller may see
 * @param hidden how many others lie outside the caller's scope: known to be there, not shown
 */
public record LikelyDuplicates(List<LikelyDuplicate> shown, int hidden) implements Nominative {
  /** Whether the file holds nobody like this. */
  public boolean none() {
    return shown.isEmpty() && hidden == 0;
  }

  @Override
  public List<String> uniqueNumbers() {
    return shown.stream().map(LikelyDuplicate::uniqueNumber).toList();
  }
}
