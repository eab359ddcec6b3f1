package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.journal.Readings;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that the file holds about a demand and its persons, for the person who asks for it
 * (regulation (EU) 2016/679, art. 15).
 *
 * @param on day of the copy
 * @param demand the demand, its form, its history and its proposals
 * @param readings who opened or changed it
 * @param eraseFrom day from which the names will be erased when the demand has left the file; null
 *     while it is active
 */
public record SubjectFile(
    LocalDate on, DemandFile demand, List<Readings> readings, LocalDate eraseFrom)
    implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return demand.uniqueNumbers();
  }
}
