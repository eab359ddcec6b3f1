package fr.toitcommun.persistence.registration.letter;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A certificate that nobody handed out or made yet (R.441-2-4, R.441-2-7).
 *
 * @param letterId its place in the list, too
 * @param applicant who asks: the applicant's first and last name, or that of the body
 * @param about day of the registration or renewal
 */
public record OwedCertificate(
    long letterId,
    String uniqueNumber,
    String applicant,
    LetterKind kind,
    LocalDate about,
    Instant askedAt) {}
