package fr.toitcommun.persistence.reference;

/**
 * How many households of a collective agreement a landlord houses in a year (L.441-1-1, L.441-1-2).
 *
 * @param kind ACD, by département, or ACI, by EPCI
 * @param territory code of the département, or SIREN of the EPCI
 * @param place its name
 * @param landlord its name
 * @param target allocations in the year
 */
public record Commitment(
    int id,
    String kind,
    int year,
    String territory,
    String place,
    long landlordId,
    String landlord,
    int target) {}
