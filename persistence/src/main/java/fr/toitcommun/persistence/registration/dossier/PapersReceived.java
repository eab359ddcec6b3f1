package fr.toitcommun.persistence.registration.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Papers that a desk has seen and that are still to be uploaded, within fifteen days. */
public final class PapersReceived {
  private static final String THIS_ONE =
      " where demand_id = :demand and kind = :kind and coalesce(member_id, 0) = coalesce(:person,"
          + " 0) and coalesce(tax_year, 0) = coalesce(:year, 0)";

  private final Jdbi jdbi;

  /** Over this database, in the caller's transaction. */
  public PapersReceived(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A paper.
   *
   * @param person identity of whose it is; null: the whole household's
   * @param on when the desk received it
   */
  public record Paper(String kind, Long person, Integer taxYear, LocalDate on) {}

  /** Those of a demand. */
  public List<Paper> of(long demand) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select kind, member_id, tax_year, received_on from paper_received where"
                        + " demand_id = :demand")
                .bind("demand", demand)
                .map((row, context) -> read(row))
                .list());
  }

  /** A paper from its row. */
  static Paper read(ResultSet row) throws SQLException {
    return new Paper(
        row.getString("kind"),
        row.getObject("member_id", Long.class),
        row.getObject("tax_year", Integer.class),
        row.getObject("received_on", LocalDate.class));
  }

  /** Notes that a paper was received; of one that was noted before, the new day counts. */
  public void note(long demand, Paper paper, long agentId, long partnerId, Instant at) {
    uploaded(demand, paper.kind(), paper.person(), paper.taxYear());
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into paper_received (demand_id, member_id, kind, tax_year, received_on,"
                        + " noted_at, noted_by, partner_id) values (:demand, :person, :kind, :year,"
                        + " :on, :at, :agent, :partner)")
                .bind("demand", demand)
                .bind("person", paper.person())
                .bind("kind", paper.kind())
                .bind("year", paper.taxYear())
                .bind("on", paper.on())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("agent", agentId)
                .bind("partner", partnerId)
                .execute());
  }

  /**
   * A paper has been uploaded: it is no longer awaited.
   *
   * @return when it was received; empty when nobody had noted it
   */
  public Optional<LocalDate> uploaded(long demand, String kind, Long person, Integer taxYear) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate("delete from paper_received" + THIS_ONE)
                .bind("demand", demand)
                .bind("kind", kind)
                .bind("person", person)
                .bind("year", taxYear)
                .executeAndReturnGeneratedKeys("received_on")
                .mapTo(LocalDate.class)
                .findFirst());
  }
}
