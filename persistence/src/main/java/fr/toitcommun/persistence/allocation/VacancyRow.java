package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;

/**
 * A vacant dwelling in a list.
 *
 * @param rent main rent, euros a month
 * @param charges euros a month
 * @param openProposals proposals under way
 * @param sessionId planned session on whose agenda it stands; null: none
 */
public record VacancyRow(
    long vacancyId,
    VacancyStatus status,
    long landlordId,
    String landlord,
    String internalReference,
    String stockRegisterId,
    String municipalityCode,
    String municipality,
    String departementCode,
    String address,
    Integer floor,
    boolean lift,
    String category,
    DwellingType type,
    int surface,
    int rent,
    int charges,
    FundingScheme scheme,
    String energyClass,
    boolean priorityDistrict,
    boolean wheelchair,
    boolean adaptedPlai,
    String quota,
    LocalDate availableFrom,
    LocalDate declaredOn,
    int openProposals,
    Long sessionId) {

  /** Rent and charges, euros a month. */
  public int totalRent() {
    return rent + charges;
  }
}
