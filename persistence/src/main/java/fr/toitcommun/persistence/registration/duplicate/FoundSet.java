package fr.toitcommun.persistence.registration.duplicate;

import java.util.List;

/**
 * A set that a search for duplicates would open or let grow.
 *
 * @param set the open set that grows; null: a new one
 * @param uniqueNumbers the demands in it, as they were stored
 * @param likelihood of the likeliest two
 * @param reasons all that speaks for it
 */
public record FoundSet(
    Long set,
    String departement,
    List<String> uniqueNumbers,
    double likelihood,
    List<LikenessReason> reasons) {}
