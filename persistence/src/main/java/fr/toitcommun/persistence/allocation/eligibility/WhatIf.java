package fr.toitcommun.persistence.allocation.eligibility;

/**
 * What an agent tries out in place of what is stated; nothing of it is stored. Null: as stated.
 *
 * @param resources euros a month of all who will live in the home
 * @param housingAid euros a month expected for the dwelling
 * @param debts euros a month
 * @param mainRent euros a month
 * @param charges euros a month
 * @param accessoryRents euros a month
 * @param waterApart water is paid apart
 * @param heatingApart heating is paid apart
 */
public record WhatIf(
    Integer resources,
    Integer housingAid,
    Integer debts,
    Integer mainRent,
    Integer charges,
    Integer accessoryRents,
    Boolean waterApart,
    Boolean heatingApart) {
  /** Everything as it is stated. */
  public static final WhatIf NOTHING = new WhatIf(null, null, null, null, null, null, null, null);

  /** The means with what is tried out. */
  Means on(Means stated) {
    return new Means(
        resources == null ? stated.resources() : resources,
        housingAid == null ? stated.housingAid() : housingAid,
        housingAid == null && stated.aidEstimated(),
        debts == null ? stated.debts() : debts);
  }

  /** The cost with what is tried out. */
  HousingCost on(HousingCost stated) {
    return new HousingCost(
        stated.type(),
        stated.surface(),
        mainRent == null ? stated.mainRent() : mainRent,
        accessoryRents == null ? stated.accessoryRents() : accessoryRents,
        charges == null ? stated.charges() : charges,
        stated.energyContribution(),
        waterApart == null ? stated.waterApart() : waterApart,
        heatingApart == null ? stated.heatingApart() : heatingApart);
  }
}
