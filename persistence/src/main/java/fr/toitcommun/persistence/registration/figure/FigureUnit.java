package fr.toitcommun.persistence.registration.figure;

/** What a number of a figure counts. */
public enum FigureUnit {
  /** Category of a household, 1 to 6 and beyond. */
  CATEGORY,
  EUROS,
  EUROS_YEAR,
  EUROS_MONTH,
  /** Euros a year per consumption unit. */
  EUROS_YEAR_UNIT,
  /** Euros a day per consumption unit. */
  EUROS_DAY_UNIT,
  PERCENT,
  PERSONS,
  /** Consumption units. */
  UNITS,
  SQUARE_METRES,
  ROOMS,
  YEARS,
  /** A plain number, such as a year or a factor. */
  NUMBER,
  /** 1: yes; 0: no. */
  YES_NO,
  /** No number: {@link Figure#code} says it. */
  CODE
}
