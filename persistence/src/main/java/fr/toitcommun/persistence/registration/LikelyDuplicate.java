package fr.toitcommun.persistence.registration;

import java.time.LocalDate;

/**
 * A demand in the file that may be that of the person being registered.
 *
 * @param likeness 0 to 1
 * @param reason SAME_NAME_AND_BIRTH, LIKE_NAME_SAME_BIRTH, DAY_AND_MONTH_SWAPPED or SAME_NAME
 */
public record LikelyDuplicate(
    String uniqueNumber,
    String name,
    String birthName,
    LocalDate birthDate,
    String city,
    String deskName,
    LocalDate initialDepositDate,
    DemandStatus status,
    double likeness,
    String reason) {}
