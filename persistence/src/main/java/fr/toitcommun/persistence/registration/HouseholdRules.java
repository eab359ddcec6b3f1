package fr.toitcommun.persistence.registration;

/**
 * Amounts that the rules on households use, from {@code rule_parameter}.
 *
 * @param youngCoupleAgeSum highest sum of ages of a young couple: 55 years
 * @param incomeDecreasePercent by how much N-1 must be lower than N-2 to be retained: 10
 */
public record HouseholdRules(int youngCoupleAgeSum, int incomeDecreasePercent) {}
