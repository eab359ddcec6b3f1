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
  /** Letters of one file for the printer: what it holds in memory while it is made. */
  public static final int LETTERS_OF_A_FILE = 50;

  /** How many files the printer gets. */
  public int files() {
    return (byPost + LETTERS_OF_A_FILE - 1) / LETTERS_OF_A_FILE;
  }
}
