package fr.toitcommun.ejb.observatory;

/**
 * Rules of the observatory that the manager of the file sets.
 *
 * @param openMonths months before this one whose facts are counted in the base
 * @param threshold numbers from 1 to below this are told to nobody
 */
public record ObservatoryRules(int openMonths, int threshold) {}
