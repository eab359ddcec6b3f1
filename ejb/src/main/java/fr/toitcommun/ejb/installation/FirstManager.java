package fr.toitcommun.ejb.installation;

import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Right;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The file's manager and the first agent of a real file, who will admit the others (R.441-2-5). */
final class FirstManager {
  /** Login of the first agent. */
  static final String LOGIN = "gestionnaire";

  private FirstManager() {}

  static void create(Connection connection, String passwordHash) throws SQLException {
    run(
        connection,
        "insert into partner (id, kind, name, address, registering) values"
            + " (1, 'FILE_MANAGER', 'Gestionnaire du fichier', 'À compléter', true)");
    run(
        connection,
        "insert into partner_territory (partner_id, level, code)"
            + " select 1, 'DEPARTEMENT', code from departement");
    run(
        connection,
        "insert into agent (id, login, given_name, surname, password_hash, partner_id) values"
            + " (1, ?, 'Premier', 'Gestionnaire', ?, 1)",
        LOGIN,
        passwordHash);
    for (String right : Right.usual(PartnerKind.FILE_MANAGER, true)) {
      run(connection, "insert into agent_right (agent_id, right_name) values (1, ?)", right);
    }
    // The provider takes a sequence's value as the end of a block of fifty.
    run(connection, "alter sequence partner_seq restart with 101");
    run(connection, "alter sequence agent_seq restart with 101");
  }

  private static void run(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
