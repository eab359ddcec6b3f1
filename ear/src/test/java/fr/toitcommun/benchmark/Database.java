package fr.toitcommun.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/** Looks into the application's database, beside the application. */
final class Database implements AutoCloseable {
  private final String url;
  private final String user;
  private final String password;
  private final Connection connection;

  /** Connects. */
  Database(String url, String user, String password) throws SQLException {
    this.url = url;
    this.user = user;
    this.password = password;
    this.connection = DriverManager.getConnection(url, user, password);
  }

  /** Makes the server's count of statements readable; false where it does not keep one. */
  boolean countsStatements() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      statement.execute("select count(*) from pg_stat_statements");
      return true;
    } catch (SQLException notThere) {
      return false;
    }
  }

  /** Forgets the statements counted so far. */
  void forgetStatements() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_stat_statements_reset()");
    }
  }

  /**
   * Statements that read or changed data since they were forgotten, but for the benchmark's own.
   */
  long statements() throws SQLException {
    return number(
        "select coalesce(sum(calls), 0) from pg_stat_statements where query !~*"
            + " 'pg_stat_statements' and query ~* '^\\s*(select|insert|update|delete|with|merge)'");
  }

  /** How many of these numbers are those of a demand with its applicant, wish, name and event. */
  long whole(Collection<String> numbers) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select count(*) from demand d where d.unique_number = any(?)
              and exists (select 1 from household_member m where m.demand_id = d.id and m.role = 'APPLICANT')
              and exists (select 1 from candidate_wish w where w.demand_id = d.id)
              and exists (select 1 from person_name n where n.demand_id = d.id)
              and exists (select 1 from demand_event e where e.demand_id = d.id and e.kind = 'REGISTERED')
            """)) {
      query.setArray(1, connection.createArrayOf("text", numbers.toArray()));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Changes what the measurement needs otherwise. */
  void change(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** The one number that a query gives. */
  long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  /** The one text that a query gives. */
  String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** What the same database can do for rows inserted one by one. */
  InsertedRows insertedRows() {
    return new InsertedRows(url, user, password);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
