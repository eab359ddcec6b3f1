package fr.toitcommun.persistence.observatory.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The versions of the reports' texts. */
public final class ReportTemplateStore {
  /** Most versions that a history shows. */
  public static final int MOST_VERSIONS = 200;

  private static final String SELECT =
      """
      select t.*, a.given_name || ' ' || a.surname as author
      from report_template t left join agent a on a.id = t.made_by
      """;

  private final Jdbi jdbi;

  /** In this database. */
  public ReportTemplateStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The text of a kind that serves; there is always one. */
  public ReportTemplate latest(ReportKind kind, String language) {
    return versions(kind, language, 1).get(0);
  }

  /** The versions of a kind in a language, latest first; {@value #MOST_VERSIONS} at most. */
  public List<ReportTemplate> versions(ReportKind kind, String language) {
    return versions(kind, language, MOST_VERSIONS);
  }

  private List<ReportTemplate> versions(ReportKind kind, String language, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + " where t.kind = :kind and t.language = :language order by t.version desc"
                        + " limit :most")
                .bind("most", most)
                .bind("kind", kind)
                .bind("language", language)
                .map((row, context) -> template(row))
                .list());
  }

  /** One version. */
  public Optional<ReportTemplate> version(ReportKind kind, String language, int version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + " where t.kind = :kind and t.language = :language and t.version ="
                        + " :version")
                .bind("kind", kind)
                .bind("language", language)
                .bind("version", version)
                .map((row, context) -> template(row))
                .findOne());
  }

  /**
   * Keeps a text as the next version, which serves from now on. Two at once get two numbers.
   *
   * @return its number
   */
  public static int add(
      Handle handle, ReportKind kind, String language, ReportForm form, long agentId, Instant at) {
    handle.execute(
        "select pg_advisory_xact_lock(hashtext('report_template ' || ? || ?))",
        kind.name(),
        language);
    return handle
        .createQuery(
            """
            insert into report_template (kind, language, version, title, body, made_at, made_by)
            select :kind, :language, coalesce(max(version), 0) + 1, :title, :body, :at, :agent
            from report_template where kind = :kind and language = :language returning version
            """)
        .bind("kind", kind)
        .bind("language", language)
        .bind("title", form.getTitle())
        .bind("body", form.getBody())
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("agent", agentId)
        .mapTo(Integer.class)
        .one();
  }

  private static ReportTemplate template(ResultSet row) throws SQLException {
    return new ReportTemplate(
        ReportKind.valueOf(row.getString("kind")),
        row.getString("language"),
        row.getInt("version"),
        row.getString("title"),
        row.getString("body"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("author"));
  }
}
