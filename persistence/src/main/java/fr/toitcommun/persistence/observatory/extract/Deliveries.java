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

  /** Those to a partner's folder. */
  public List<Delivery> toPartner(long partnerId) {
    return list("d.partner_id = ?", partnerId);
  }

  /** Those that an agent set up for other partners than their own. */
  public List<Delivery> toOthers(long agentId, long ownPartnerId) {
    return list("d.agent_id = ? and d.partner_id <> ?", agentId, ownPartnerId);
  }

  /** One of them. */
  public Optional<Delivery> find(long id) {
    return list("d.id = ?", id).stream().findFirst();
  }

  private List<Delivery> list(String where, Object... values) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(SELECT + " where " + where + " order by p.name, d.name, d.id", values)
                .map((row, context) -> delivery(row))
                .list());
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
