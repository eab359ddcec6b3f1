package fr.toitcommun.persistence.registration.work;

import fr.toitcommun.persistence.job.DueCursor;
import java.time.LocalDate;

/**
 * A demand that waits in a list.
 *
 * @param applicant name of the applicant, or of the body that asks
 * @param municipality the first one wished
 * @param noticeOn day on which the notice of renewal left; null: not yet
 * @param place its place in the list, where the next one is looked for
 */
public record WorkRow(
    String uniqueNumber,
    String applicant,
    String municipality,
    LocalDate initialDepositDate,
    LocalDate validUntil,
    LocalDate noticeOn,
    DueCursor place) {}
