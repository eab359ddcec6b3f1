package fr.toitcommun.persistence.commission;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Minutes, or an annex that rectifies them, as their president signed them.
 *
 * @param number 0: the minutes; from 1: annexes in their order
 * @param subject what an annex rectifies; null for the minutes
 * @param sha256 digest of the file that was signed, 64 hexadecimal digits
 * @param erasedOn when the file went at the end of the time it is kept; null: it is there
 */
public record SignedMinutes(
    int number,
    String subject,
    String sha256,
    String signedBy,
    Instant signedAt,
    LocalDate erasedOn) {}
