package fr.toitcommun.persistence.territory;

/**
 * A municipality (commune) of the six départements.
 *
 * @param code INSEE code
 * @param epciSiren its EPCI; null for L'Île-d'Yeu, which has none
 * @param zone zone of tension A, B1, B2 or C
 * @param postalCodes postal codes, separated by commas
 * @param searchName lower case, no accents, words apart
 */
public record Municipality(
    String code,
    String name,
    String departementCode,
    String epciSiren,
    String epciName,
    int population,
    String zone,
    double latitude,
    double longitude,
    String postalCodes,
    String searchName) {}
