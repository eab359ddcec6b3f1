package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * The handicap complement of a demand, as one who may read it gets it.
 *
 * @param persons one part for each person concerned; empty when there is no complement
 */
public record HandicapComplement(String uniqueNumber, List<HandicapPersonForm> persons)
    implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }
}
