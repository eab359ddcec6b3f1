package fr.toitcommun.persistence.registration.priority;

import fr.toitcommun.persistence.journal.Nominative;
import java.time.LocalDate;
import java.util.List;

/**
 * Labels that wait for a decision.
 *
 * @param total how many there are in all
 */
public record WaitingLabels(List<Row> rows, long total) implements Nominative {
  /** One of them, with whose it is. */
  public record Row(
      String uniqueNumber,
      String applicant,
      LocalDate initialDepositDate,
      LabelKind kind,
      String code,
      DetectionRule rule,
      LocalDate askedOn,
      String askedBy) {}

  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(Row::uniqueNumber).distinct().toList();
  }
}
