package fr.toitcommun.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * What the application has noted of itself in its database: the one table that the launcher reads.
 */
final class Installed {

  private Installed() {}

  /**
   * Whether the database holds the demonstration.
   *
   * @return empty while nothing is installed there yet
   * @throws StartRefused if the database does not answer
   */
  static Optional<Boolean> demonstration(DatabaseAddress address) {
    Properties properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    properties.setProperty("connectTimeout", "10");
    try (Connection connection = connect(address.url(), properties);
        Statement statement = connection.createStatement()) {
      try (ResultSet table = statement.executeQuery("select to_regclass('installation')")) {
        table.next();
        if (table.getString(1) == null) {
          return Optional.empty();
        }
      }
      try (ResultSet row = statement.executeQuery("select demonstration from installation")) {
        return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StartRefused(
          "The database at " + address.url() + " does not answer: " + e.getMessage(), e);
    }
  }

  private static Connection connect(String url, Properties properties) throws SQLException {
    Connection connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new SQLException("an address begins with jdbc:postgresql://");
    }
    return connection;
  }
}
