package fr.toitcommun.persistence.commission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps convening letters as they went out: to whom, when, and what became of their e-mails. */
public final class ConveningStore {
  private ConveningStore() {}

  /**
   * A letter that was written.
   *
   * @param emailTo null: it does not go by e-mail
   */
  public record Written(
      long attendeeId,
      String title,
      String content,
      String emailTo,
      String emailSubject,
      String emailText) {}

  /**
   * A letter that went out.
   *
   * @param emailState WAITING, SENDING, SENT or FAILED; null: by post alone
   * @param current whether it tells the date and hour at which the session is held now
   */
  public record Convened(
      long attendeeId,
      LocalDate on,
      String emailTo,
      String emailState,
      String emailFault,
      boolean current) {}

  /**
   * Somebody who was convened and is on the list no more; the letter stays.
   *
   * @param on the day of the latest letter
   */
  public record TakenOff(String name, LocalDate on) {}

  /** Keeps letters written today, their e-mails waiting to leave. */
  public static void keep(
      Handle handle,
      long sessionId,
      Collection<Written> letters,
      LocalDate on,
      Long agentId,
      Instant at) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into convening (session_id, held_at, attendee_id, addressee, convened_on, convened_by, title, content,
                                   email_to, email_subject, email_text, email_state, email_next_at)
            select s.id, s.held_at, a.id, a.name, :on, :agent, :title, :content, :to, :subject, :text,
                   case when cast(:to as text) is not null then 'WAITING' end,
                   case when cast(:to as text) is not null then cast(:at as timestamptz) end
            from commission_session s join session_attendee a on a.session_id = s.id
            where s.id = :session and a.id = :attendee
            """);
    for (Written letter : letters) {
      batch
          .bind("session", sessionId)
          .bind("attendee", letter.attendeeId())
          .bind("on", on)
          .bind("agent", agentId)
          .bind("title", letter.title())
          .bind("content", letter.content())
          .bind("to", letter.emailTo())
          .bind("subject", letter.emailSubject())
          .bind("text", letter.emailText())
          .bind("at", at.atOffset(ZoneOffset.UTC))
          .add();
    }
    batch.execute();
  }

  /** The latest letter to each member of a session. */
  public static List<Convened> of(Handle handle, long sessionId) {
    return handle
        .createQuery(
            "select distinct on (v.attendee_id) v.attendee_id, v.convened_on, v.email_to,"
                + " v.email_state, v.email_fault, v.held_at = s.held_at as current from convening v"
                + " join commission_session s on s.id = v.session_id where v.session_id = :session"
                + " and v.attendee_id is not null order by v.attendee_id, v.id desc")
        .bind("session", sessionId)
        .map(
            (row, context) ->
                new Convened(
                    row.getLong("attendee_id"),
                    row.getObject("convened_on", LocalDate.class),
                    row.getString("email_to"),
                    row.getString("email_state"),
                    row.getString("email_fault"),
                    row.getBoolean("current")))
        .list();
  }

  /** Those taken off the list of a session once they had been convened to it. */
  public static List<TakenOff> takenOff(Handle handle, long sessionId) {
    return handle
        .createQuery(
            "select addressee, max(convened_on) as convened_on from convening where session_id ="
                + " :session and attendee_id is null group by addressee order by addressee")
        .bind("session", sessionId)
        .map(
            (row, context) ->
                new TakenOff(
                    row.getString("addressee"), row.getObject("convened_on", LocalDate.class)))
        .list();
  }

  /** The latest letter to each member as XHTML, to be printed, in the order of the list. */
  public static List<String> contents(Handle handle, long sessionId) {
    return handle
        .createQuery(
            """
            select x.content from (
              select distinct on (v.attendee_id) v.attendee_id, v.content from convening v
              where v.session_id = :session order by v.attendee_id, v.id desc) x
            join session_attendee a on a.id = x.attendee_id order by a.position, a.id
            """)
        .bind("session", sessionId)
        .mapTo(String.class)
        .list();
  }
}
