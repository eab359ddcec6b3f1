package fr.toitcommun.persistence.commission;

/**
 * A commission in a list.
 *
 * @param territory where its dwellings are, by name; null: wherever the landlord has some
 * @param members how many sit today
 * @param planned sessions to be held
 */
public record CommissionRow(
    long commissionId, String name, String territory, int members, int planned) {}
