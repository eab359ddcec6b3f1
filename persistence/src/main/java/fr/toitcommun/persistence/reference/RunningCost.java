package fr.toitcommun.persistence.reference;

import java.time.LocalDate;

/**
 * What a landlord adds to the rent where water or heating is paid apart (R.441-3-1; arrêté of 10
 * March 2011).
 *
 * @param kind {@value #WATER} or {@value #HEATING}
 * @param dwellingType type it holds for; null: all
 * @param persons number of persons it holds for; null: any, and the highest stands for more
 * @param amount euros a month
 */
public record RunningCost(
    String kind,
    String dwellingType,
    Integer persons,
    int amount,
    LocalDate validFrom,
    LocalDate validTo,
    String article,
    boolean assumed) {
  /** Cold and hot water. */
  public static final String WATER = "WATER";

  /** Heating. */
  public static final String HEATING = "HEATING";

  boolean holds(String wanted, String type, int size, LocalDate day) {
    return kind.equals(wanted)
        && (dwellingType == null || dwellingType.equals(type))
        && (persons == null || persons <= size)
        && !day.isBefore(validFrom)
        && (validTo == null || !day.isAfter(validTo));
  }
}
