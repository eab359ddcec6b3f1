package fr.toitcommun.persistence.registration.figure;

/**
 * The surfaces below which a home is over-occupied (R.822-25), and the rooms above which it is
 * under-occupied (L.442-3-1, L.621-2).
 *
 * @param onePerson m² for one person: 9
 * @param twoPersons m² for two: 16
 * @param eachFurther m² for each person more: 9
 * @param most m² that are never exceeded: 70
 * @param spareRooms rooms beyond one per person that do not make it too big: 1
 * @param assumed whether they are assumed
 */
public record OccupationRules(
    int onePerson, int twoPersons, int eachFurther, int most, int spareRooms, boolean assumed) {

  /** The least surface for so many persons, m². */
  public int leastSurface(int persons) {
    return persons == 1 ? onePerson : Math.min(most, twoPersons + (persons - 2) * eachFurther);
  }
}
