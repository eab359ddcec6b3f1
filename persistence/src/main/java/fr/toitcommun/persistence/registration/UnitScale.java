package fr.toitcommun.persistence.registration;

import java.math.BigDecimal;

/**
 * How consumption units are counted: 1 for the first person, and for each other this much.
 *
 * @param otherPerson for another person of that age or older: 0.5
 * @param child for a child below that age: 0.3
 * @param childBelowAge first age that is no longer a child's: 14
 * @param assumed whether the scale is assumed
 */
public record UnitScale(
    BigDecimal otherPerson, BigDecimal child, int childBelowAge, boolean assumed) {}
