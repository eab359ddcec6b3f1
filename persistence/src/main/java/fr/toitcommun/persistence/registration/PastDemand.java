package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.journal.Nominative;
import java.time.LocalDate;
import java.util.List;

/**
 * A demand as it stood at the end of a past day.
 *
 * @param on that day
 * @param status in the file or out of it on that day
 * @param cancellationReason why it was out; null while it was in
 * @param lastRenewalDate last renewal until then; null when there was none
 * @param validUntil last day of the period that ran then
 * @param form what the form said
 * @param since what changed between that day and now, field by field
 */
public record PastDemand(
    String uniqueNumber,
    LocalDate on,
    DemandStatus status,
    CancellationReason cancellationReason,
    LocalDate initialDepositDate,
    LocalDate lastRenewalDate,
    LocalDate validUntil,
    DemandForm form,
    List<FieldChange> since)
    implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }
}
