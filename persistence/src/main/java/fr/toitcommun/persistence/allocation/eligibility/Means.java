package fr.toitcommun.persistence.allocation.eligibility;

/**
 * What a household has and owes each month, in euros.
 *
 * @param resources of all who will live in the home, housing aid excluded; null: not stated
 * @param housingAid APL or AL for the dwelling; null: not known
 * @param aidEstimated the aid is that of the present home, for want of a simulation
 * @param debts instalments and maintenance paid
 */
public record Means(Integer resources, Integer housingAid, boolean aidEstimated, int debts) {}
