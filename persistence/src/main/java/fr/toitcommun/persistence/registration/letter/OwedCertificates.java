package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * Part of the list of certificates to hand out, oldest first.
 *
 * @param total how many there are in all
 */
public record OwedCertificates(List<OwedCertificate> rows, long total) implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(OwedCertificate::uniqueNumber).toList();
  }
}
