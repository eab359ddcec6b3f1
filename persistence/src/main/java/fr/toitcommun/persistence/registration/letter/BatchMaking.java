package fr.toitcommun.persistence.registration.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps what was made of letters that were due, in batches or alone. */
public final class BatchMaking {
  /** Most letters of a batch: what one transaction makes in a minute. */
  public static final int MOST_LETTERS = 10_000;

  private BatchMaking() {}

  /**
   * A letter that was made.
   *
   * @param emailTo null: it does not go by e-mail
   */
  public record Made(
      long letterId,
      long demandId,
      String title,
      EnvelopeAddress address,
      String content,
      String emailTo,
      String emailSubject,
      String emailText) {}

  /** Begins a batch; {@link #close} tells what it holds. */
  public static long open(
      Handle handle, String departement, LetterKind kind, LocalDate on, Instant at, long agentId) {
    return handle
        .createQuery(
            "insert into letter_batch (kind, departement_code, made_on, made_at, made_by, letters,"
                + " by_post, by_email) values (:kind, :departement, :on, :at, :agent, 0, 0, 0)"
                + " returning id")
        .bind("kind", kind)
        .bind("departement", departement)
        .bind("on", on)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("agent", agentId)
        .mapTo(Long.class)
        .one();
  }

  /**
   * Keeps letters as made: their copies, their version of the text, and e-mails to send.
   *
   * @param batch null: printed alone
   */
  public static void keep(
      Handle handle,
      Collection<Made> letters,
      Long batch,
      long templateId,
      LocalDate on,
      Instant at) {
    PreparedBatch copies =
        handle.prepareBatch(
            """
            insert into letter_copy (letter_id, demand_id, title, address, sort_key, content, email_to,
                                     email_subject, email_text)
            values (:letter, :demand, :title, :address, :sort, :content, :to, :subject, :text)
            """);
    for (Made made : letters) {
      copies
          .bind("letter", made.letterId())
          .bind("demand", made.demandId())
          .bind("title", made.title())
          .bindArray("address", String.class, made.address().lines())
          .bind("sort", made.address().sortKey())
          .bind("content", made.content())
          .bind("to", made.emailTo())
          .bind("subject", made.emailSubject())
          .bind("text", made.emailText())
          .add();
    }
    copies.execute();
    // An address that went since the letter was asked for leaves the post.
    handle
        .createUpdate(
            """
            update letter l set made_on = :on, template_id = :template, batch_id = :batch,
              channel = case when c.email_to is not null then l.channel else 'POST' end,
              email_state = case when c.email_to is not null then 'WAITING' end,
              email_next_at = case when c.email_to is not null then cast(:at as timestamptz) end
            from letter_copy c where c.letter_id = l.id and l.id = any(:letters)
            """)
        .bind("on", on)
        .bind("template", templateId)
        .bind("batch", batch)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bindArray("letters", Long.class, letters.stream().map(Made::letterId).toList())
        .execute();
  }

  /** Notes that a letter just made is handed over at the desk: it is not posted. */
  public static void handedOut(Handle handle, long letter, LocalDate on) {
    handle
        .createUpdate("update letter set handed_out_on = :on where id = :letter")
        .bind("on", on)
        .bind("letter", letter)
        .execute();
  }

  /**
   * The proposals that printed letters of a batch offer, or tell the allocation of. A letter from
   * before the commission tells nothing of what it decided since, and one that says to wait offers
   * nothing: whose turn came later is told by the letter of that turn (R.441-3 b).
   */
  public static List<Long> offeredBy(Handle handle, long batch) {
    return handle
        .createQuery(
            """
            select r.id from letter l left join item_candidate c on c.id = l.candidate_id
            join proposal r on r.id = coalesce(l.proposal_id, c.proposal_id)
            where l.batch_id = :batch and l.kind in ('OFFER', 'ALLOCATION') and l.batch_rank is not null
              and (l.candidate_id is null) = (r.status in ('OPEN', 'ON_AGENDA'))
              and (l.candidate_id is null or case l.kind when 'OFFER' then l.about = r.called_on
                else not exists (select 1 from letter o where o.demand_id = l.demand_id and o.kind = 'OFFER'
                  and o.candidate_id = l.candidate_id and o.about = r.called_on) end)
            order by 1
            """)
        .bind("batch", batch)
        .mapTo(Long.class)
        .list();
  }

  /** Puts the printed letters of a batch in the order of their addresses and counts it. */
  public static void close(Handle handle, long batch) {
    handle
        .createUpdate(
            """
            update letter l set batch_rank = r.rank from (
              select c.letter_id, row_number() over (order by c.sort_key collate "C", c.letter_id) as rank
              from letter o join letter_copy c on c.letter_id = o.id
              where o.batch_id = :batch and o.channel <> 'EMAIL') r
            where r.letter_id = l.id
            """)
        .bind("batch", batch)
        .execute();
    handle
        .createUpdate(
            """
            update letter_batch b set letters = n.letters, by_post = n.by_post, by_email = n.by_email from (
              select count(*) as letters, count(batch_rank) as by_post, count(email_state) as by_email
              from letter where batch_id = :batch) n
            where b.id = :batch
            """)
        .bind("batch", batch)
        .execute();
  }

  /**
   * Notes that the printed letters of a batch were handed to the post; false when they had been
   * before.
   */
  public static boolean posted(Handle handle, long batch, LocalDate on, long agentId) {
    boolean first =
        handle
                .createUpdate(
                    "update letter_batch set posted_on = :on, posted_by = :agent where id = :batch"
                        + " and posted_on is null")
                .bind("on", on)
                .bind("agent", agentId)
                .bind("batch", batch)
                .execute()
            == 1;
    if (first) {
      handle
          .createUpdate(
              "update letter set posted_on = :on where batch_id = :batch and batch_rank is not"
                  + " null")
          .bind("on", on)
          .bind("batch", batch)
          .execute();
    }
    return first;
  }
}
