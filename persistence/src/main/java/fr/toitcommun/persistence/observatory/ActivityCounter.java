package fr.toitcommun.persistence.observatory;

/**
 * How often something happened, today, since Monday, since the first of the month and since 1
 * January.
 *
 * @param what the indicator that counts it
 * @param year null: not counted; leases alone are
 */
public record ActivityCounter(Indicator what, Cell today, Cell week, Cell month, Cell year) {}
