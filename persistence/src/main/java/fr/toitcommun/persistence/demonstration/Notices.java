package fr.toitcommun.persistence.demonstration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * The renewal notices that the campaign asked for (R.441-2-7), until the nights on which it did not
 * run; one demand in forty had none, having come from elsewhere.
 */
final class Notices {
  private static final String WRITE =
      """
      with noticed as (
        select d.id, d.departement_code, d.valid_until,
               ((d.valid_until - interval '1 month')::date - 15 + time '02:05') at time zone 'Europe/Paris' as at
        from demand d
        where d.status = 'ACTIVE' and d.id % 40 <> 0
          and (d.valid_until - interval '1 month')::date - 15 <= ?::date - ?
      ), asked as (
        insert into letter (demand_id, departement_code, kind, about, channel, asked_at)
        select id, departement_code, 'RENEWAL_NOTICE', valid_until, 'POST', at from noticed order by id)
      insert into demand_event (id, demand_id, kind, occurred_at, effective_on, departement_code)
      select ? + row_number() over (order by id), id, 'RENEWAL_NOTICE', at,
             (at at time zone 'Europe/Paris')::date, departement_code
      from noticed
      """;

  private Notices() {}

  /**
   * Writes letters and events.
   *
   * @param lastEvent the last identity of an event so far
   * @return how many
   */
  static long write(Connection connection, LocalDate today, long lastEvent) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      statement.setObject(1, today);
      statement.setInt(2, Lives.NIGHTS_MISSED);
      statement.setLong(3, lastEvent);
      return statement.executeLargeUpdate();
    }
  }
}
