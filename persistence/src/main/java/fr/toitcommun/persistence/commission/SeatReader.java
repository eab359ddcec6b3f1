package fr.toitcommun.persistence.commission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads the sessions that an agent is convened to. */
public final class SeatReader {
  /** Most that are told at once. */
  public static final int MOST = 100;

  private static final String SQL =
      """
      select s.id, a.id as attendee_id, c.name as commission, p.name as landlord, s.held_at, s.place, s.vote_opens_at,
             s.vote_closes_at, s.status = 'PLANNED' and :now >= s.vote_opens_at and :now < s.vote_closes_at as open,
             (select count(*) from commission_item i join vacancy v on v.id = i.vacancy_id join dwelling w on w.id = v.dwelling_id
               join municipality m on m.code = w.municipality_code
               left join reservation_agreement r on r.id = v.agreement_id
               where i.session_id = s.id and %s) as dwellings,
             (select count(distinct k.item_id) from remote_vote v join item_candidate k on k.id = v.candidate_id
               where v.attendee_id = a.id) as voted
      from session_attendee a join agent g on g.id = a.agent_id join commission_session s on s.id = a.session_id
      join commission c on c.id = s.commission_id join partner p on p.id = c.landlord_id
      where a.agent_id = :agent and s.vote_opens_at is not null and s.status = 'PLANNED'
      """
          .formatted(Seat.SQL);

  private final Jdbi jdbi;

  /** Reads from this database. */
  public SeatReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Votes open to an agent, then those to come and those just over; nearest end first. */
  public List<SeatRow> of(long agentId, LocalDateTime now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from ("
                        + SQL
                        + ") seat order by open desc, vote_closes_at, id limit :limit")
                .bind("agent", agentId)
                .bind("now", now)
                .bindArray("forSome", String.class, StandingMember.capacitiesForSome())
                .bind("limit", MOST)
                .map((row, context) -> seat(row))
                .list());
  }

  /** The seat of an agent in a session whose members vote now; empty otherwise. */
  public Optional<SeatRow> open(long sessionId, long agentId, LocalDateTime now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from ("
                        + SQL
                        + " and s.id = :session) seat where open order by"
                        + " attendee_id limit 1")
                .bind("session", sessionId)
                .bind("agent", agentId)
                .bind("now", now)
                .bindArray("forSome", String.class, StandingMember.capacitiesForSome())
                .map((row, context) -> seat(row))
                .findOne());
  }

  private static SeatRow seat(ResultSet row) throws SQLException {
    return new SeatRow(
        row.getLong("id"),
        row.getLong("attendee_id"),
        row.getString("commission"),
        row.getString("landlord"),
        row.getObject("held_at", LocalDateTime.class),
        row.getString("place"),
        row.getObject("vote_opens_at", LocalDateTime.class),
        row.getObject("vote_closes_at", LocalDateTime.class),
        row.getBoolean("open"),
        row.getInt("dwellings"),
        row.getInt("voted"));
  }
}
