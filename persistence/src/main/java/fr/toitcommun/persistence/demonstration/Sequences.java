package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.UniqueNumber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts sequences past what was loaded, so that what is entered later gets ids and numbers of its
 * own.
 */
final class Sequences {
  // EclipseLink takes what a sequence gives as the end of a block as long as its increment: the
  // next block begins after this value.
  private static final int MARGIN = 100;

  private final Connection connection;

  Sequences(Connection connection) {
    this.connection = connection;
  }

  void after(String sequence, long last) throws SQLException {
    set(sequence, last + MARGIN);
  }

  /** The sequences of unique numbers, one for each territory and month; see next_number_in. */
  void numbers(List<Life> lives) throws SQLException {
    Map<String, Long> last = new TreeMap<>();
    for (Life life : lives) {
      String name =
          "unique_number_"
              + UniqueNumber.territory(life.departement)
              + "_"
              + UniqueNumber.monthYear(YearMonth.from(life.deposit));
      last.merge(name, life.sequence, Math::max);
    }
    try (Statement statement = connection.createStatement()) {
      for (String name : last.keySet()) {
        statement.addBatch("create sequence if not exists " + name + " minvalue 1 maxvalue 999999");
      }
      statement.executeBatch();
    }
    for (Map.Entry<String, Long> entry : last.entrySet()) {
      set(entry.getKey(), entry.getValue());
    }
  }

  private void set(String sequence, long value) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select setval(?::regclass, ?)")) {
      statement.setString(1, sequence);
      statement.setLong(2, value);
      statement.executeQuery().close();
    }
  }
}
