package fr.toitcommun.persistence.registration.letter;

import java.time.Instant;

/**
 * Letters owed, of one kind and département.
 *
 * @param total all of them
 * @param byPost those that go by post, or both ways
 * @param byEmail those that go by e-mail, or both ways
 * @param withoutAddress those by post whose applicant has no address: they stay until it is entered
 * @param oldest when the first of them was asked for
 */
public record OwedLetters(
    String departementCode,
    LetterKind kind,
    long total,
    long byPost,
    long byEmail,
    long withoutAddress,
    Instant oldest) {}
