package fr.toitcommun.persistence.allocation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A lease as the file's manager sees it.
 *
 * @param dwelling the landlord's reference and address
 * @param agreement ACD, ACI, AUCUN or NONDOC
 * @param quota code list QUOTA
 * @param rent euros a month, charges included
 * @param householdSize persons at signature
 * @param resourcesPerUnit euros a year per consumption unit at signature; null: not stated
 * @param proposals how many the demand had until signature
 * @param cancelledAt when it was cancelled as a mistake; null: it stands
 * @param cancelledBy who did
 * @param words why
 * @param erased its demand has no names any more
 */
public record LeaseRow(
    long leaseId,
    LocalDate signedOn,
    String landlord,
    String landlordSiren,
    long vacancyId,
    String dwelling,
    String municipality,
    String dwellingType,
    String stockRegisterId,
    boolean priorityDistrict,
    boolean wasTenant,
    String agreement,
    String daloStatus,
    String quota,
    int rent,
    Integer householdSize,
    Integer resourcesPerUnit,
    Integer proposals,
    String uniqueNumber,
    String applicant,
    Instant cancelledAt,
    String cancelledBy,
    String words,
    boolean erased) {

  /** Whether it counts. */
  public boolean standing() {
    return cancelledAt == null;
  }
}
