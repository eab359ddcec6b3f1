package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.DemandEventKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The histories of demands. */
final class Events {
  private final CopyTable table;
  private long lastId;

  Events(Connection connection) throws SQLException {
    table =
        new CopyTable(
            connection,
            "demand_event",
            "id,demand_id,kind,occurred_at,effective_on,agent_id,partner_id,departement_code,word_of,"
                + "detail,changes");
  }

  void add(
      Life life,
      DemandEventKind kind,
      LocalDateTime at,
      LocalDate effective,
      Long agent,
      Long partner,
      String detail)
      throws SQLException {
    add(life, kind, at, effective, agent, partner, null, detail, null);
  }

  void add(
      Life life,
      DemandEventKind kind,
      LocalDateTime at,
      LocalDate effective,
      Long agent,
      Long partner,
      String wordOf,
      String detail,
      String changes)
      throws SQLException {
    table.add(++lastId).add(life.id).add(kind.name()).instant(at).add(effective).add(agent);
    table.add(partner).add(life.departement).add(wordOf).add(detail).add(changes).end();
  }

  /** A time of the working day. */
  static LocalDateTime during(LocalDate day, Dice dice) {
    return day.atTime(dice.between(8, 17), dice.between(0, 59), dice.between(0, 59));
  }

  void flush() throws SQLException {
    table.flush();
  }

  long lastId() {
    return lastId;
  }

  long rows() {
    return table.rows();
  }
}
