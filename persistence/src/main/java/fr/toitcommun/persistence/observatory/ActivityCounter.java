package fr.toitcommun.persistence.observatory;

/**
 * How often something happened, today, since Monday and since the first of the month.
 *
 * @param what the indicator that counts it
 */
public record ActivityCounter(Indicator what, Cell today, Cell week, Cell month) {}
