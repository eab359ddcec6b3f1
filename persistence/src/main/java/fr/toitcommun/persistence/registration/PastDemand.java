package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.registration.dossier.Dossier;
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
 * @param expired in the file, but past its validity on that day
 * @param form what the form said
 * @param since what changed between that day and now, field by field
 * @param documents those that were deposited by then and are still there, with their state of then
 *     as far as it is known: a document judged again later counts as not yet judged
 * @param complement what is known of its handicap complement
 */
public record PastDemand(
    String uniqueNumber,
    LocalDate on,
    DemandStatus status,
    CancellationReason cancellationReason,
    LocalDate initialDepositDate,
    LocalDate lastRenewalDate,
    LocalDate validUntil,
    boolean expired,
    DemandForm form,
    List<FieldChange> since,
    List<Dossier.Document> documents,
    PastComplement complement)
    implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }
}
