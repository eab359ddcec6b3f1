package fr.toitcommun.persistence.registration.duplicate;

import fr.toitcommun.persistence.registration.Standing;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A demand that went into another of the same person, and how the other stood before.
 *
 * @param survivorNumber number of the demand that stands for both
 * @param mergedNumber number of the one that went into it
 * @param set the set they were merged in; null when it has been joined to another since
 * @param agent who merged them, by name
 * @param word why; null: nothing said
 * @param survivorBefore dates of the survivor before
 * @param renewalThen its last renewal as the merging left it
 */
public record DemandMerge(
    long id,
    long survivorId,
    String survivorNumber,
    long mergedId,
    String mergedNumber,
    Long set,
    Instant mergedAt,
    String agent,
    String word,
    Standing survivorBefore,
    LocalDate renewalThen) {}
