package fr.toitcommun.persistence.registration.letter;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Letters of one kind and département, made together.
 *
 * @param letters how many
 * @param byPost those printed
 * @param byEmail those sent by e-mail
 * @param postedOn when the printed ones were handed to the post; null: not yet
 * @param waiting e-mails to send, or being sent
 * @param sent e-mails that left
 * @param failed e-mails that did not
 */
public record LetterBatch(
    long id,
    LetterKind kind,
    String departementCode,
    LocalDate madeOn,
    Instant madeAt,
    String madeBy,
    int letters,
    int byPost,
    int byEmail,
    LocalDate postedOn,
    int waiting,
    int sent,
    int failed) {
  /** Letters laid out at once: what is held in memory while they are. */
  public static final int LETTERS_OF_A_PART = 50;

  /** How many letters one file for the printer holds: a usual batch is one file. */
  public int lettersOfAFile() {
    return partsOfAFile() * LETTERS_OF_A_PART;
  }

  /** How many parts are bound to one file: certificates have four pages where others have one. */
  public int partsOfAFile() {
    return kind.certificate() ? 4 : 10;
  }

  /** How many files the printer gets. */
  public int files() {
    return (byPost + lettersOfAFile() - 1) / lettersOfAFile();
  }

  /** How many parts they have together. */
  public int parts() {
    return (byPost + LETTERS_OF_A_PART - 1) / LETTERS_OF_A_PART;
  }
}
