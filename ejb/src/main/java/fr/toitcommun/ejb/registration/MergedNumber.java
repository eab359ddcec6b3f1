package fr.toitcommun.ejb.registration;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A number that leads to the demand shown, because they were merged.
 *
 * @param mergeId by which the manager undoes it
 * @param lastDay the last day on which it stood for itself
 * @param agent who merged them, by name
 * @param undoableUntil last day on which it may be undone
 * @param undoable whether that day has not passed and nothing was merged into the demand later
 */
public record MergedNumber(
    long mergeId,
    String uniqueNumber,
    Instant mergedAt,
    LocalDate lastDay,
    String agent,
    String word,
    LocalDate undoableUntil,
    boolean undoable) {}
