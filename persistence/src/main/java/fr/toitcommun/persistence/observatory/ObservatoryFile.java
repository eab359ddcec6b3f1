package fr.toitcommun.persistence.observatory;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A file of the observatory and what it is known to be.
 *
 * @param day of a stock the day it tells; of facts the first of their month
 * @param sha256 of the content, so that an auditor can tell that it is what was written
 */
public record ObservatoryFile(
    FileKind kind,
    LocalDate day,
    long rows,
    long bytes,
    String sha256,
    FileOrigin origin,
    Instant writtenAt) {}
