package fr.toitcommun.persistence.allocation.eligibility;

import fr.toitcommun.persistence.registration.DwellingType;

/**
 * What a dwelling costs each month, in euros (R.441-3-1; arrêté of 10 March 2011).
 *
 * @param accessoryRents of a garage, a garden
 * @param charges recoverable charges
 * @param energyContribution the tenant's share of energy works
 * @param waterApart water is paid to its supplier: a flat amount is added
 * @param heatingApart heating is paid to its supplier: a flat amount is added
 */
public record HousingCost(
    DwellingType type,
    int surface,
    int mainRent,
    int accessoryRents,
    int charges,
    int energyContribution,
    boolean waterApart,
    boolean heatingApart) {}
