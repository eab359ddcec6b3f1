package fr.toitcommun.persistence.commission;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the signed minutes of sessions: the file as it was signed, with its digest. What is kept is
 * never changed, which the database sees to itself; an error is told by an annex.
 */
public final class MinutesStore {
  private MinutesStore() {}

  /**
   * Keeps a signed file.
   *
   * @param subject what an annex rectifies; null: these are the minutes
   * @param agentId who records the signature; null: the demonstration
   */
  public static void keep(
      Handle handle,
      long sessionId,
      String subject,
      byte[] pdf,
      String signedBy,
      Instant at,
      Long agentId) {
    handle
        .createUpdate(
            """
            insert into session_minutes (session_id, number, subject, pdf, sha256, signed_by, signed_at, agent_id)
            select :session, case when cast(:subject as text) is null then 0 else coalesce(max(m.number), 0) + 1 end,
                   :subject, :pdf, :sha, :by, :at, :agent
            from session_minutes m where m.session_id = :session
            """)
        .bind("session", sessionId)
        .bind("subject", subject)
        .bind("pdf", pdf)
        .bind("sha", digest(pdf))
        .bind("by", signedBy)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("agent", agentId)
        .execute();
  }

  /** Keeps what the minutes tell, as XHTML, when a session is closed. */
  public static void record(Handle handle, long sessionId, Locale locale, String content) {
    handle
        .createUpdate(
            "insert into session_record (session_id, locale, content) values (:session, :locale,"
                + " :content)")
        .bind("session", sessionId)
        .bind("locale", locale.getLanguage())
        .bind("content", content)
        .execute();
  }

  /** What was kept when the session was closed; empty before, and once the minutes are signed. */
  public static Optional<String> recorded(Handle handle, long sessionId, Locale locale) {
    return handle
        .createQuery(
            "select content from session_record where session_id = :session and locale = :locale")
        .bind("session", sessionId)
        .bind("locale", locale.getLanguage())
        .mapTo(String.class)
        .findOne();
  }

  /** The signed file holds it from now on. */
  public static void forgetRecord(Handle handle, long sessionId) {
    handle
        .createUpdate("delete from session_record where session_id = :session")
        .bind("session", sessionId)
        .execute();
  }

  /** What was signed of a session: the minutes, then annexes; empty until then. */
  public static List<SignedMinutes> of(Handle handle, long sessionId) {
    return handle
        .createQuery(
            "select number, subject, sha256, signed_by, signed_at, erased_on from session_minutes"
                + " where session_id = :session order by number")
        .bind("session", sessionId)
        .map(
            (row, context) ->
                new SignedMinutes(
                    row.getInt("number"),
                    row.getString("subject"),
                    row.getString("sha256"),
                    row.getString("signed_by"),
                    row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                    row.getObject("erased_on", LocalDate.class)))
        .list();
  }

  /** The signed file, byte for byte; empty when there is none or its time is over. */
  public static Optional<byte[]> file(Handle handle, long sessionId, int number) {
    return handle
        .createQuery(
            "select pdf from session_minutes where session_id = :session and number = :number and"
                + " pdf is not null")
        .bind("session", sessionId)
        .bind("number", number)
        .mapTo(byte[].class)
        .findOne();
  }

  /** SHA-256 of a file, 64 hexadecimal digits. */
  public static String digest(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
