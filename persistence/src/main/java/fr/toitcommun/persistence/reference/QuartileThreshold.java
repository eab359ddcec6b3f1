package fr.toitcommun.persistence.reference;

/**
 * The most that a household of the first quartile has (L.441-1; an arrêté of each year).
 *
 * @param epciSiren where it holds; null: wherever no EPCI has its own
 * @param year year of the arrêté: it holds until the next
 * @param amount euros a year per consumption unit
 * @param source who says so
 * @param assumed true when no arrêté was found
 */
public record QuartileThreshold(
    String epciSiren, int year, int amount, String source, boolean assumed) {}
