package fr.toitcommun.persistence.registration.figure;

/** The figures that the rules of allocation work out. Their texts are in the bundle Figures. */
public enum FigureKind {
  /** Category of the household against income ceilings. */
  CATEGORY,
  /** Income compared with ceilings, euros a year. */
  COMPARED_INCOME,
  /** Share of the ceiling of a financing, which is the subject. */
  CEILING_SHARE,
  /** The first financing whose ceiling admits the household. */
  FIRST_FINANCING,
  CONSUMPTION_UNITS,
  /** Resources of all who will live in the home, euros a year. */
  YEARLY_RESOURCES,
  RESOURCES_PER_UNIT,
  /** Whether the household is of the first quartile of an EPCI, which is the subject. */
  FIRST_QUARTILE,
  /** Whether a home is too small for its occupants. */
  OVER_OCCUPATION,
  /** Whether a home is too big for its occupants. */
  UNDER_OCCUPATION,
  /** Whether the grid of the territory has the household in that type of dwelling. */
  SIZE_FITS,
  EFFORT_RATE,
  RESIDUAL_INCOME
}
