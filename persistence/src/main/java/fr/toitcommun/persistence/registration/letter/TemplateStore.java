package fr.toitcommun.persistence.registration.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The versions of the letters' texts. */
public final class TemplateStore {
  /** Most versions that a history shows. */
  public static final int MOST_VERSIONS = 200;

  private static final String SELECT =
      """
      select t.*, a.given_name || ' ' || a.surname as author,
             t.id = (select f.id from letter_template f where f.kind = t.kind and f.in_force_from <= :today
                     order by f.in_force_from desc, f.decided_at desc limit 1) as in_force
      from letter_template t left join agent a on a.id = t.made_by
      """;

  private final Jdbi jdbi;

  /** In this database. */
  public TemplateStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The version of each kind that serves on that day, in the order of the kinds. */
  public List<LetterTemplate> inForce(LocalDate today) {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from (" + SELECT + ") v where in_force")
                    .bind("today", today)
                    .map((row, context) -> template(row))
                    .list())
        .stream()
        .sorted((a, b) -> a.kind().compareTo(b.kind()))
        .toList();
  }

  /** The version of a kind that serves on that day; there is always one. */
  public LetterTemplate inForce(LetterKind kind, LocalDate today) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from (" + SELECT + " where t.kind = :kind) v where in_force")
                .bind("kind", kind)
                .bind("today", today)
                .map((row, context) -> template(row))
                .one());
  }

  /** The latest versions of a kind, latest first. */
  public List<LetterTemplate> versions(LetterKind kind, LocalDate today) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT + " where t.kind = :kind order by t.version desc limit " + MOST_VERSIONS)
                .bind("kind", kind)
                .bind("today", today)
                .map((row, context) -> template(row))
                .list());
  }

  /** One version of a kind. */
  public Optional<LetterTemplate> version(LetterKind kind, int version, LocalDate today) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " where t.kind = :kind and t.version = :version")
                .bind("kind", kind)
                .bind("version", version)
                .bind("today", today)
                .map((row, context) -> template(row))
                .findOne());
  }

  /**
   * Keeps a text as the next version, not yet in force. Two at once get two numbers.
   *
   * @return its number
   */
  public static int add(
      Handle handle, LetterKind kind, TemplateForm form, long agentId, Instant at) {
    handle.execute("select pg_advisory_xact_lock(hashtext('letter_template ' || ?))", kind.name());
    return handle
        .createQuery(
            """
            insert into letter_template (kind, version, title, body, email_subject, email_text, made_at, made_by)
            select :kind, coalesce(max(version), 0) + 1, :title, :body, :subject, :text, :at, :agent
            from letter_template where kind = :kind returning version
            """)
        .bind("kind", kind)
        .bind("title", form.getTitle())
        .bind("body", form.getBody())
        .bind("subject", form.getEmailSubject())
        .bind("text", form.getEmailText())
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("agent", agentId)
        .mapTo(Integer.class)
        .one();
  }

  /** Puts a version that never served in force from a day; false when it has a day already. */
  public static boolean putInForce(
      Handle handle, LetterKind kind, int version, LocalDate from, long agentId, Instant at) {
    return handle
            .createUpdate(
                "update letter_template set in_force_from = :from, put_in_force_by = :agent,"
                    + " decided_at = :at where kind = :kind and version = :version and"
                    + " in_force_from is null")
            .bind("from", from)
            .bind("agent", agentId)
            .bind("at", at.atOffset(ZoneOffset.UTC))
            .bind("kind", kind)
            .bind("version", version)
            .execute()
        == 1;
  }

  private static LetterTemplate template(ResultSet row) throws SQLException {
    return new LetterTemplate(
        row.getLong("id"),
        LetterKind.valueOf(row.getString("kind")),
        row.getInt("version"),
        row.getString("title"),
        row.getString("body"),
        row.getString("email_subject"),
        row.getString("email_text"),
        row.getObject("in_force_from", LocalDate.class),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("author"),
        row.getBoolean("in_force"));
  }
}
