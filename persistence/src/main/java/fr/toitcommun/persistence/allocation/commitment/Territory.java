package fr.toitcommun.persistence.allocation.commitment;

import java.util.List;

/**
 * Whose leases of which year are counted.
 *
 * @param year civil year of signature
 * @param landlordId only this landlord's; null: all
 * @param departements only of demands in these départements
 * @param municipalities only of dwellings in these municipalities; null: all
 * @param epci only of dwellings in this EPCI, by SIREN; null: all
 */
public record Territory(
    int year,
    Long landlordId,
    List<String> departements,
    List<String> municipalities,
    String epci) {}
