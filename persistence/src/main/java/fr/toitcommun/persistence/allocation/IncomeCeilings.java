package fr.toitcommun.persistence.allocation;

/**
 * The income ceilings of one financing in one zone on one day (R.441-1; arrêté of 29 July 1987).
 *
 * @param year year of the table
 * @param amounts euros a year for categories 1 to 6
 * @param eachFurther euros a year for each person beyond six
 * @param assumed whether an amount is derived rather than read in the official table
 */
public record IncomeCeilings(int year, int[] amounts, int eachFurther, boolean assumed) {
  /** Highest category that a stored household may have. */
  public static final int HIGHEST_CATEGORY = 30;

  /** The ceiling of a category, euros a year. */
  public int of(int category) {
    return category <= 6 ? amounts[category - 1] : amounts[5] + (category - 6) * eachFurther;
  }

  /** Whether this income may be housed; an income not stated is not refused, it is asked for. */
  public boolean admits(int category, Integer annualIncome) {
    return annualIncome == null || annualIncome <= of(category);
  }

  /** Share of the ceiling that this income reaches, in percent rounded up. */
  public int percentOf(int category, int annualIncome) {
    return (int) -Math.floorDiv(-annualIncome * 100L, (long) of(category));
  }

  /** Ceilings of categories 1 to {@value #HIGHEST_CATEGORY}, for a search in the database. */
  public Integer[] byCategory() {
    Integer[] all = new Integer[HIGHEST_CATEGORY];
    for (int category = 1; category <= HIGHEST_CATEGORY; category++) {
      all[category - 1] = of(category);
    }
    return all;
  }
}
