package fr.toitcommun.persistence.registration;

/**
 * Amounts that the rules on households use, from {@code rule_parameter}.
 *
 * @param youngCoupleAgeSum highest sum of ages of a young couple: 55 years
 * @param incomeDecreasePercent by how much N-1, or the last twelve months, must be lower than N-2
 *     to be retained: 10
 * @param recentIncomeMonths how long an income of the last twelve months serves: 12
 * @param units how consumption units are counted
 */
public record HouseholdRules(
    int youngCoupleAgeSum, int incomeDecreasePercent, int recentIncomeMonths, UnitScale units) {}
