package fr.toitcommun.persistence.registration.duplicate;

import java.util.List;

/**
 * A set that a search for duplicates would open or let grow.
 *
 * @param set the open set that grows; null: a new one
 * @param demands identities of the demands in it, in their order
 * @param uniqueNumbers their numbers, in the same order
 * @param likelihood of the likeliest two
 * @param reasons all that speaks for it
 */
public record FoundSet(
    Long set,
    String departement,
    List<Long> demands,
    List<String> uniqueNumbers,
    double likelihood,
    List<LikenessReason> reasons) {}
