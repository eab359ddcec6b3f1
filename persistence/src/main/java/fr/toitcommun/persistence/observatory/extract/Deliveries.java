package fr.toitcommun.persistence.observatory.extract;

import static fr.toitcommun.persistence.observatory.extract.ExtractRows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The deliveries that are set up, and the extracts that they ask for. */
public final class Deliveries {
  private static final String SELECT =
      """
      select d.*, p.name as partner_name, a.given_name || ' ' || a.surname as set_up_by
      from extract_delivery d join partner p on p.id = d.partner_id join agent a on a.id = d.agent_id
      """;

  private static final String SEEN = " where (d.partner_id = :partner or d.agent_id = :agent)";

  private final Jdbi jdbi;

  /** Reads and writes in this database, in the caller's transaction if there is one. */
  public Deliveries(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Sets one up; gives its identity. */
  public long add(
      NewExtract what, long partnerId, long agentId, Rhythm rhythm, LocalDate first, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    insert into extract_delivery (partner_id, agent_id, name, content, format, language, rhythm, next_on,
                                                  made_at)
                    values (:partner, :agent, :name, cast(:content as jsonb), :format, :language, :rhythm, :next, :now)
                    returning id
                    """)
                .bind("partner", partnerId)
                .bind("agent", agentId)
                .bind("name", what.name())
                .bind("content", what.content().written())
                .bind("format", what.format().name())
                .bind("language", what.language())
                .bind("rhythm", rhythm.name())
                .bind("next", first)
                .bind("now", utc(now))
                .mapTo(Long.class)
                .one());
  }

  /**
   * How many a partner's folder gets; whoever else sets one up for it waits until the transaction
   * ends, so that no two pass a limit together.
   */
  public int load(long partnerId) {
    return jdbi.withHandle(
        handle -> {
          handle
              .select("select id from partner where id = ? for no key update", partnerId)
              .mapTo(Long.class)
              .one();
          return handle
              .select("select count(*) from extract_delivery where partner_id = ?", partnerId)
              .mapTo(Integer.class)
              .one();
        });
  }

  /** Those to a partner's folder, and then those that an agent of it set up for others. */
  public DeliveryPage of(long agentId, long partnerId, int offset, int limit) {
    return jdbi.withHandle(
        handle ->
            new DeliveryPage(
                handle
                    .createQuery(
                        SELECT
                            + SEEN
                            + " order by d.partner_id <> :partner, p.name, d.name, d.id offset"
                            + " :offset limit :limit")
                    .bind("agent", agentId)
                    .bind("partner", partnerId)
                    .bind("offset", offset)
                    .bind("limit", limit)
                    .map((row, context) -> delivery(row))
                    .list(),
                handle
                    .createQuery("select count(*) from extract_delivery d" + SEEN)
                    .bind("agent", agentId)
                    .bind("partner", partnerId)
                    .mapTo(Long.class)
                    .one()));
  }

  /** One of them. */
  public Optional<Delivery> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(SELECT + " where d.id = ?", id)
                .map((row, context) -> delivery(row))
                .findOne());
  }

  /** Ends one; what was delivered stays until its own end. */
  public void remove(long id) {
    jdbi.useHandle(handle -> handle.execute("delete from extract_delivery where id = ?", id));
  }

  /** How many are due by a day. */
  public long countDue(LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from extract_delivery where next_on <= :day")
                .bind("day", day)
                .mapTo(Long.class)
                .one());
  }

  /**
   * Asks for the extracts that are due, each once however many of its days have passed.
   *
   * @param day what is due by that day
   * @param expires until when they are kept
   * @return how many
   */
  public int askForDue(LocalDate day, Instant now, Instant expires) {
    return jdbi.withHandle(
        handle -> {
          List<Delivery> due =
              handle
                  .createQuery(
                      SELECT + " where d.next_on <= :day order by d.id for update of d skip locked")
                  .bind("day", day)
                  .map((row, context) -> delivery(row))
                  .list();
          due.forEach(one -> ask(handle, one, day, now, expires));
          return due.size();
        });
  }

  private static void ask(
      Handle handle, Delivery due, LocalDate day, Instant now, Instant expires) {
    ExtractRows.ask(
        handle,
        new NewExtract(due.name(), due.content(), due.format(), due.language()),
        due.agentId(),
        due.partnerId(),
        due.id(),
        now,
        expires);
    handle.execute(
        "update extract_delivery set next_on = ? where id = ?", due.rhythm().after(day), due.id());
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        row.getLong("partner_id"),
        row.getString("partner_name"),
        row.getLong("agent_id"),
        row.getString("set_up_by"),
        row.getString("name"),
        ExtractContent.read(row.getString("content")),
        ExtractFormat.valueOf(row.getString("format")),
        row.getString("language"),
        Rhythm.valueOf(row.getString("rhythm")),
        row.getObject("next_on", LocalDate.class));
  }
}
