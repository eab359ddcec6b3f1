package fr.toitcommun.ejb.registration;

import fr.toitcommun.persistence.registration.UniqueNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The answers that were given to registrations bearing an idempotency key. */
final class IdempotentAnswers {
  private IdempotentAnswers() {}

  /**
   * Takes a key for this transaction. Another transaction that holds it is waited for.
   *
   * @return false when the key has served already
   */
  static boolean claim(Jdbi jdbi, String login, String key, String digest) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        "insert into idempotent_answer"
                            + " (login, idempotency_key, request_digest, unique_number)"
                            + " values (:login, :key, :digest, '') on conflict do nothing")
                    .bind("login", login)
                    .bind("key", key)
                    .bind("digest", digest)
                    .execute()
                == 1);
  }

  /** What the same request was answered under this key; empty when it was another request. */
  static Optional<UniqueNumber> given(Jdbi jdbi, String login, String key, String digest) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select unique_number from idempotent_answer where login = :login"
                        + " and idempotency_key = :key and request_digest = :digest")
                .bind("login", login)
                .bind("key", key)
                .bind("digest", digest)
                .mapTo(String.class)
                .findOne()
                .map(UniqueNumber::new));
  }

  /** Forgets what was answered before this moment. */
  static void forget(Jdbi jdbi, Instant before) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from idempotent_answer where created_at < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Keeps what was answered. */
  static void keep(Jdbi jdbi, String login, String key, UniqueNumber number) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update idempotent_answer set unique_number = :number"
                        + " where login = :login and idempotency_key = :key")
                .bind("login", login)
                .bind("key", key)
                .bind("number", number.value())
                .execute());
  }
}
