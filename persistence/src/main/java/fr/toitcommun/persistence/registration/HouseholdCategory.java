package fr.toitcommun.persistence.registration;

/**
 * The category of a household, by which income ceilings are set (arrêté of 29 July 1987, annex I;
 * L.441-1 and R.441-1 CCH). Categories go from 1 to 6, then one more for each further person.
 */
public final class HouseholdCategory {
  private HouseholdCategory() {}

  /**
   * The category of a household.
   *
   * @param persons everyone to house, children to be born and children in shared custody included
   * @param dependants persons of {@code persons} who depend on the adults
   * @param youngCouple a couple without dependant whose ages sum to 55 at most
   * @param disabled at least one person holds the mobility inclusion card "invalidité"
   * @return 1 to 6, or the number of persons beyond six
   */
  public static int of(int persons, int dependants, boolean youngCouple, boolean disabled) {
    if (persons < 1 || dependants < 0 || dependants >= persons) {
      throw new IllegalArgumentException("A household has at least one adult");
    }
    int adults = persons - dependants;
    int category;
    if (adults == 1) {
      // A person alone with n dependants stands one category above their number of persons.
      category = dependants == 0 ? 1 : persons + 1;
    } else if (persons == 2) {
      category = youngCouple ? 3 : 2;
    } else {
      category = persons;
    }
    int forDisability = disabled ? persons + 1 : category;
    int highest = Math.max(category, forDisability);
    // Beyond six the ceiling counts persons: neither the lone adult nor disability raises it
    // further.
    return highest > 6 ? Math.max(6, persons) : highest;
  }
}
