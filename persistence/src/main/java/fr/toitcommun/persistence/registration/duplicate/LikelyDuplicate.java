package fr.toitcommun.persistence.registration.duplicate;

import fr.toitcommun.persistence.registration.DemandStatus;
import java.time.LocalDate;
import java.util.List;

/**
 * A demand in the file that may be that of the person being registered.
 *
 * @param likelihood 0 to 1 ({@link PersonLikeness})
 * @param reasons what speaks for it
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
    double likelihood,
    List<LikenessReason> reasons) {}
