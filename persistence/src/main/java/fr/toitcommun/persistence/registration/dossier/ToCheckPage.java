package fr.toitcommun.persistence.registration.dossier;

import fr.toitcommun.persistence.journal.Nominative;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Documents that wait for somebody to look at them, the longest waiting first.
 *
 * @param total how many wait in all
 */
public record ToCheckPage(List<Row> rows, long total) implements Nominative {
  /**
   * One of them.
   *
   * @param applicant name of the demand's applicant
   * @param person whose document it is; null: the whole household's
   */
  public record Row(
      long id,
      String uniqueNumber,
      String applicant,
      String kind,
      String person,
      String mediaType,
      int pages,
      LocalDate receivedOn,
      LocalDate issuedOn,
      Integer taxYear,
      LocalDate validUntil,
      Instant depositedAt,
      String partner) {}

  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(Row::uniqueNumber).distinct().toList();
  }
}
