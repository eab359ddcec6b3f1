package fr.toitcommun.ejb.registration;

/**
 * Which demand of a set goes into which.
 *
 * @param set the open set
 * @param survivor number of the demand that stands for both
 * @param survivorVersion the version of it that was compared
 * @param merged number of the one that goes into it
 * @param mergedVersion the version of it that was compared
 * @param word why; null: nothing said
 */
public record MergeOrder(
    long set,
    String survivor,
    int survivorVersion,
    String merged,
    int mergedVersion,
    String word) {}
