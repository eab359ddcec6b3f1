package fr.toitcommun.persistence.allocation.stock;

import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;

/**
 * A dwelling of a stock in a list.
 *
 * @param totalRent rents, contribution and charges, euros a month
 * @param openVacancy its open vacancy; null: it is not vacant
 * @param availableFrom of that vacancy
 */
public record DwellingRow(
    long id,
    String internalReference,
    String stockRegisterId,
    String municipalityCode,
    String address,
    String stair,
    String door,
    Integer floor,
    boolean lift,
    String category,
    DwellingType type,
    int surface,
    int totalRent,
    FundingScheme scheme,
    String energyClass,
    boolean priorityDistrict,
    boolean wheelchair,
    Long openVacancy,
    LocalDate availableFrom) {}
