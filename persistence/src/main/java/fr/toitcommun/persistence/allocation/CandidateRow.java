package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;
import java.util.List;

/**
 * A candidate for a dwelling: where it stands and why it is in the list.
 *
 * @param rank 1 for the oldest deposit among those who fit
 * @param locationRank which of their choices this municipality is
 * @param types types they asked for
 * @param annualIncome euros a year; null when not stated, to be asked for
 * @param ceiling income ceiling of this dwelling for their category, euros a year
 * @param incomePercent share of that ceiling, percent; null when income is not stated
 * @param openProposals proposals under way for them, this dwelling's not counted
 * @param pastRefusals proposals they refused or did not answer
 * @param proposalHere where the proposal of this dwelling to them stands; null when there is none
 */
public record CandidateRow(
    long rank,
    long demandId,
    String uniqueNumber,
    String applicant,
    String city,
    LocalDate initialDepositDate,
    int locationRank,
    List<DwellingType> types,
    int householdSize,
    int householdCategory,
    int dependants,
    Integer annualIncome,
    int ceiling,
    Integer incomePercent,
    String currentTenure,
    String mainMotive,
    boolean transfer,
    String daloStatus,
    Integer maximumRent,
    int openProposals,
    int pastRefusals,
    String proposalHere) {}
