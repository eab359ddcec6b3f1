package fr.toitcommun.persistence.registration.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * E-mails to send. Each call is one statement of its own: what is taken is taken for good, so that
 * no two servers send the same, and a server that dies in the middle leaves a doubt that a person
 * resolves, never a second e-mail.
 */
public final class MailQueue {
  /** Most tries before an e-mail waits for a person. */
  public static final int MOST_TRIES = 5;

  /** How long sending one may take; later it is known to have broken off. */
  static final Duration BROKEN_AFTER = Duration.ofMinutes(15);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

  /** Where e-mails wait. */
  public enum Source {
    /** Letters to applicants. */
    LETTERS(
        "letter",
        """
        select t.id, t.email_attempts, t.kind, c.title, c.content, c.email_to, c.email_subject, c.email_text, d.unique_number
        from taken t join letter_copy c on c.letter_id = t.id join demand d on d.id = t.demand_id
        order by t.id
        """),
    /** Letters that convene the members of a commission (R.441-9). */
    CONVENINGS(
        "convening",
        """
        select t.id, t.email_attempts, cast(null as text) as kind, t.title, t.content, t.email_to, t.email_subject,
               t.email_text, cast(null as text) as unique_number
        from taken t order by t.id
        """);

    private final String table;
    private final String told;

    Source(String table, String told) {
      this.table = table;
      this.told = told;
    }
  }

  private final Jdbi jdbi;
  private final Source source;

  /** Letters to applicants in this database, outside any transaction. */
  public MailQueue(Jdbi jdbi) {
    this(jdbi, Source.LETTERS);
  }

  /** In this database, outside any transaction. */
  public MailQueue(Jdbi jdbi, Source source) {
    this.jdbi = jdbi;
    this.source = source;
  }

  /**
   * An e-mail taken to be sent.
   *
   * @param source where it waited
   * @param letterId its identity there
   * @param attempt which try this is, from 1
   * @param kind of a letter to an applicant; null: of none
   * @param uniqueNumber the demand it is about; null: about none
   * @param content the letter as XHTML
   */
  public record Outgoing(
      Source source,
      long letterId,
      int attempt,
      LetterKind kind,
      String uniqueNumber,
      String title,
      String content,
      String to,
      String subject,
      String text) {}

  /** Takes e-mails that are due; they are nobody else's from then on. */
  public List<Outgoing> take(int limit, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    with taken as (
                      update %s set email_state = 'SENDING', email_attempts = email_attempts + 1, email_next_at = :now
                      where id in (select id from %s where email_state = 'WAITING' and email_next_at <= :now
                                   order by email_next_at, id limit :limit for update skip locked)
                      returning *)
                    %s
                    """
                        .formatted(source.table, source.table, source.told))
                .bind("limit", limit)
                .bind("now", at(now))
                .map(
                    (row, context) ->
                        new Outgoing(
                            source,
                            row.getLong("id"),
                            row.getInt("email_attempts"),
                            kind(row.getString("kind")),
                            row.getString("unique_number"),
                            row.getString("title"),
                            row.getString("content"),
                            row.getString("email_to"),
                            row.getString("email_subject"),
                            row.getString("email_text")))
                .list());
  }

  private static LetterKind kind(String name) {
    return name == null ? null : LetterKind.valueOf(name);
  }

  /** It left. */
  public void sent(long letter, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update "
                        + source.table
                        + " set email_state = 'SENT', email_done_at = :now, email_fault ="
                        + " null where id = :letter and email_state = 'SENDING'")
                .bind("letter", letter)
                .bind("now", at(now))
                .execute());
  }

  /**
   * It did not leave: it is tried again after a pause that grows, a few times, where trying again
   * may help.
   *
   * @param reply what the server replied, three digits; null: nothing
   * @param again whether the same may succeed later, and surely did not leave
   */
  public void failed(Outgoing mail, MailFault fault, String reply, boolean again, Instant now) {
    boolean waits = again && mail.attempt() < MOST_TRIES;
    Instant next = now.plus(FIRST_PAUSE.multipliedBy(1L << 2 * Math.min(mail.attempt() - 1, 8)));
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update "
                        + source.table
                        + " set email_state = :state, email_next_at = :next, email_done_at ="
                        + " :now, email_fault = :fault where id = :letter and email_state ="
                        + " 'SENDING'")
                .bind("state", waits ? "WAITING" : "FAILED")
                .bind("next", at(next))
                .bind("now", at(now))
                .bind("fault", reply == null ? fault.name() : fault + " " + reply)
                .bind("letter", mail.letterId())
                .execute());
  }

  /** E-mails that a server took and never told of again: whether they left is not known. */
  public int giveUpBroken(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "update "
                        + source.table
                        + " set email_state = 'FAILED', email_done_at = :now, email_fault ="
                        + " 'INTERRUPTED' where email_state = 'SENDING' and email_next_at <"
                        + " :before")
                .bind("now", at(now))
                .bind("before", at(now.minus(BROKEN_AFTER)))
                .execute());
  }

  /**
   * Has failed e-mails tried again, now, with all their tries; and those that wait for their pause
   * to end.
   *
   * @param batch all those of this batch; null: none
   * @param letter this one; null: none
   * @return how many
   */
  public static int retry(Handle handle, Long batch, Long letter, Instant now) {
    return handle
        .createUpdate(
            "update letter set email_state = 'WAITING', email_attempts = 0, email_next_at = :now"
                + " where (batch_id = :batch or id = :letter) and (email_state = 'FAILED' or"
                + " email_state = 'WAITING' and email_fault is not null)")
        .bind("batch", batch)
        .bind("letter", letter)
        .bind("now", at(now))
        .execute();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
