package fr.toitcommun.persistence.registration;

import java.time.LocalDate;
import java.util.List;

/**
 * A demand in a list.
 *
 * @param applicant first and last name of the applicant
 * @param coApplicants first and last names of the co-applicants, separated by commas; null: none
 * @param city where the applicant lives
 * @param types wished types
 * @param firstMunicipality first wished municipality
 */
public record DemandSummary(
    String uniqueNumber,
    DemandStatus status,
    String applicant,
    String birthName,
    LocalDate birthDate,
    String coApplicants,
    String city,
    int householdSize,
    LocalDate initialDepositDate,
    LocalDate validUntil,
    CancellationReason cancellationReason,
    LocalDate cancelledOn,
    List<String> types,
    String firstMunicipality,
    String deskName) {}
