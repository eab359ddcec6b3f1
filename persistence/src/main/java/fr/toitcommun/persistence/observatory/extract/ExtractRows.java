package fr.toitcommun.persistence.observatory.extract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The account of extracts as agents see it: asking, looking, cancelling, deleting. */
public final class ExtractRows {
  private static final String SELECT =
      """
      select e.*, a.given_name || ' ' || a.surname as asked_by, a.login, p.name as partner_name
      from extract e join agent a on a.id = e.agent_id join partner p on p.id = e.partner_id
      """;

  // With the partner they are with now: it was asked for in the scope of that partner.
  private static final String OF_AGENT =
      "not e.delivered and e.agent_id = :whose and e.partner_id = (select partner_id from agent"
          + " where id = :whose)";
  private static final String OF_PARTNER = "e.delivered and e.partner_id = :whose";

  private final Jdbi jdbi;

  /** Reads and writes in this database, in the caller's transaction if there is one. */
  public ExtractRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * How many extracts of an agent are under way and how many there are; other requests of the same
   * agent wait until the transaction ends, so that no two pass a limit together.
   */
  public Load load(long agentId, Instant now) {
    return jdbi.withHandle(
        handle -> {
          handle
              .select("select id from agent where id = ? for no key update", agentId)
              .mapTo(Long.class)
              .one();
          return handle
              .createQuery(
                  "select count(*) filter (where state in ('WAITING','RUNNING')), count(*) from"
                      + " extract e where "
                      + OF_AGENT
                      + " and expires_at > :now")
              .bind("whose", agentId)
              .bind("now", utc(now))
              .map((row, context) -> new Load(row.getInt(1), row.getInt(2)))
              .one();
        });
  }

  /** What an agent has: under way, and in all. */
  public record Load(int underWay, int kept) {}

  /**
   * Asks for one.
   *
   * @param deliveryId the delivery it is made for, into the partner's folder; null: the agent's own
   * @return its identity
   */
  public static long ask(
      Handle handle,
      NewExtract asked,
      long agentId,
      long partnerId,
      Long deliveryId,
      Instant now,
      Instant expires) {
    return handle
        .createQuery(
            """
            insert into extract (agent_id, partner_id, delivery_id, delivered, name, content, format, language, state,
                                 asked_at, expires_at)
            values (:agent, :partner, :delivery, :delivered, :name, cast(:content as jsonb), :format, :language,
                    'WAITING', :now, :expires)
            returning id
            """)
        .bind("agent", agentId)
        .bind("partner", partnerId)
        .bind("delivery", deliveryId)
        .bind("delivered", deliveryId != null)
        .bind("name", asked.name())
        .bind("content", asked.content().written())
        .bind("format", asked.format().name())
        .bind("language", asked.language())
        .bind("now", utc(now))
        .bind("expires", utc(expires))
        .mapTo(Long.class)
        .one();
  }

  /** Those an agent asked for that are not over yet, the latest first. */
  public ExtractPage ofAgent(long agentId, Instant now, int offset, int limit) {
    return page(OF_AGENT, agentId, now, offset, limit);
  }

  /** Those delivered into a partner's folder that are not over yet, the latest first. */
  public ExtractPage ofPartner(long partnerId, Instant now, int offset, int limit) {
    return page(OF_PARTNER, partnerId, now, offset, limit);
  }

  private ExtractPage page(String where, long whose, Instant now, int offset, int limit) {
    return jdbi.withHandle(
        handle ->
            new ExtractPage(
                handle
                    .createQuery(
                        SELECT
                            + " where "
                            + where
                            + " and e.expires_at > :now order by e.asked_at desc, e.id desc"
                            + " offset :offset limit :limit")
                    .bind("whose", whose)
                    .bind("now", utc(now))
                    .bind("offset", offset)
                    .bind("limit", limit)
                    .map((row, context) -> row(row))
                    .list(),
                handle
                    .createQuery(
                        "select count(*) from extract e where "
                            + where
                            + " and e.expires_at > :now")
                    .bind("whose", whose)
                    .bind("now", utc(now))
                    .mapTo(Long.class)
                    .one()));
  }

  /** One that is not over yet. */
  public Optional<ExtractRow> find(long id, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " where e.id = :id and e.expires_at > :now")
                .bind("id", id)
                .bind("now", utc(now))
                .map((row, context) -> row(row))
                .findOne());
  }

  /** The dictionary of one; empty where it is not ready. */
  public Optional<String> dictionary(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select dictionary from extract where id = :id and state = 'READY'")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
  }

  /** Calls one off; false when nothing of it is under way. */
  public boolean cancel(long id, Instant now) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update extract set state = 'CANCELLED', ended_at = :now where id = :id and"
                            + " state in ('WAITING','RUNNING')")
                    .bind("id", id)
                    .bind("now", utc(now))
                    .execute())
        == 1;
  }

  /** Deletes one; its file is swept from the store within minutes of the commit (ADR 0014). */
  public void delete(long id) {
    jdbi.useHandle(
        handle -> deleteWhere(handle.createQuery(DELETE.formatted("id = :id")).bind("id", id)));
  }

  /** Deletes those whose time is over; their files are swept likewise. Gives how many they were. */
  public int deleteExpired(Instant now) {
    return jdbi.withHandle(
        handle ->
            deleteWhere(
                handle.createQuery(DELETE.formatted("expires_at <= :now")).bind("now", utc(now))));
  }

  private static final String DELETE =
      """
      with gone as (delete from extract where %s returning storage_key),
      swept as (
        insert into content_to_sweep (storage_key, due) select storage_key, now() from gone where storage_key is not null
        on conflict (storage_key) do nothing)
      select count(*) from gone
      """;

  private static int deleteWhere(Query query) {
    return query.mapTo(Integer.class).one();
  }

  static ExtractRow row(ResultSet row) throws SQLException {
    return new ExtractRow(
        row.getLong("id"),
        row.getLong("agent_id"),
        row.getString("asked_by"),
        row.getString("login"),
        row.getLong("partner_id"),
        row.getString("partner_name"),
        row.getObject("delivery_id", Long.class),
        row.getBoolean("delivered"),
        row.getString("name"),
        ExtractContent.read(row.getString("content")),
        ExtractFormat.valueOf(row.getString("format")),
        row.getString("language"),
        ExtractState.valueOf(row.getString("state")),
        row.getLong("rows_done"),
        row.getObject("rows_total", Long.class),
        row.getString("storage_key"),
        row.getObject("size", Long.class),
        row.getString("failure"),
        row.getString("failure_of"),
        instant(row.getTimestamp("asked_at")),
        instant(row.getTimestamp("ended_at")),
        instant(row.getTimestamp("expires_at")));
  }

  static String select() {
    return SELECT;
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  static java.time.OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
