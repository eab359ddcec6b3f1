package fr.toitcommun.persistence.registration.figure;

/** Whether a home is too small or too big for those who live in it. */
public final class Occupation {
  private static final String OVER = "R.822-25";
  private static final String UNDER = "L.442-3-1, L.621-2";

  private Occupation() {}

  /**
   * Over-occupation: the surface is below the least one for so many persons.
   *
   * @param surface m²; null: not stated
   * @param persons null: not stated
   */
  public static Figure over(OccupationRules rules, Integer surface, Integer persons) {
    Figure.Making figure =
        Figure.of(FigureKind.OVER_OCCUPATION, FigureUnit.YES_NO, OVER).assumed(rules.assumed());
    if (surface == null || persons == null || persons < 1) {
      return missing(figure, surface == null ? "SURFACE" : null, persons == null);
    }
    int least = rules.leastSurface(persons);
    figure.step(
        "least_surface",
        least,
        FigureUnit.SQUARE_METRES,
        Operand.of(persons, FigureUnit.PERSONS),
        Operand.of(rules.onePerson(), FigureUnit.SQUARE_METRES),
        Operand.of(rules.twoPersons(), FigureUnit.SQUARE_METRES),
        Operand.of(rules.eachFurther(), FigureUnit.SQUARE_METRES),
        Operand.of(rules.most(), FigureUnit.SQUARE_METRES));
    figure.states(
        surface < least ? "surface_below" : "surface_enough",
        Operand.of(surface, FigureUnit.SQUARE_METRES),
        Operand.of(least, FigureUnit.SQUARE_METRES));
    return figure.says(surface < least);
  }

  /**
   * Under-occupation: more main rooms than persons and the spare ones.
   *
   * @param rooms main rooms; null: the type is not stated
   * @param persons null: not stated
   */
  public static Figure under(OccupationRules rules, Integer rooms, Integer persons) {
    Figure.Making figure =
        Figure.of(FigureKind.UNDER_OCCUPATION, FigureUnit.YES_NO, UNDER).assumed(rules.assumed());
    if (rooms == null || persons == null || persons < 1) {
      return missing(figure, rooms == null ? "TYPE" : null, persons == null);
    }
    int most = persons + rules.spareRooms();
    figure.step(
        "most_rooms",
        most,
        FigureUnit.ROOMS,
        Operand.of(persons, FigureUnit.PERSONS),
        Operand.of(rules.spareRooms(), FigureUnit.ROOMS));
    figure.states(
        rooms > most ? "rooms_above" : "rooms_enough",
        Operand.of(rooms, FigureUnit.ROOMS),
        Operand.of(most, FigureUnit.ROOMS));
    return figure.says(rooms > most);
  }

  private static Figure missing(Figure.Making figure, String home, boolean persons) {
    if (home != null) {
      figure.lacks(home);
    }
    if (persons) {
      figure.lacks("OCCUPANTS");
    }
    return figure.unknown();
  }
}
