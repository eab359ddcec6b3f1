package fr.toitcommun.persistence.demonstration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes secondary indexes and foreign keys off the tables while they are filled, and puts them back
 * as they were: building them once is several times faster than keeping them at every row, and a
 * foreign key put back is checked for all rows. All in the caller's transaction.
 */
final class LoadMode {
  private static final List<String> TABLES =
      List.of(
          "demand",
          "household_member",
          "handicap_complement",
          "monthly_resource",
          "priority_label",
          "wished_type",
          "wished_location",
          "person_name",
          "demand_event",
          "dwelling",
          "vacancy",
          "proposal",
          "commission_session",
          "session_attendee",
          "commission_item",
          "item_candidate",
          "lease",
          "planted_duplicate");
  private static final String OF_OUR_TABLES =
      """
       in (select c.oid from pg_class c
         where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname in (%s))
      """;
  private static final String FOREIGN_KEYS =
      "select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)"
          + " from pg_constraint where contype = 'f' and conrelid "
          + OF_OUR_TABLES
          + " order by oid";
  private static final String INDEXES =
      "select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index i"
          + " where not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)"
          + " and indrelid "
          + OF_OUR_TABLES
          + " order by indexrelid";

  private final Connection connection;
  private final List<String> restore = new ArrayList<>();

  private LoadMode(Connection connection) {
    this.connection = connection;
  }

  static LoadMode enter(Connection connection) throws SQLException {
    return enter(connection, TABLES);
  }

  /** The same for these tables alone. */
  static LoadMode enter(Connection connection, List<String> tables) throws SQLException {
    String names = "'" + String.join("', '", tables) + "'";
    LoadMode mode = new LoadMode(connection);
    List<String> drop = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet key = statement.executeQuery(FOREIGN_KEYS.formatted(names))) {
        while (key.next()) {
          String table = "alter table " + key.getString(1);
          drop.add(table + " drop constraint " + key.getString(2));
          keys.add(table + " add constraint " + key.getString(2) + " " + key.getString(3));
        }
      }
      try (ResultSet index = statement.executeQuery(INDEXES.formatted(names))) {
        while (index.next()) {
          drop.add("drop index " + index.getString(1));
          mode.restore.add(index.getString(2));
        }
      }
      mode.restore.addAll(keys);
      for (String sql : drop) {
        statement.execute(sql);
      }
    }
    return mode;
  }

  void leave(Demonstration.Progress progress) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local maintenance_work_mem = '256MB'");
      for (int i = 0; i < restore.size(); i++) {
        progress.report("indexes", i, restore.size());
        statement.execute(restore.get(i));
      }
      progress.report("indexes", restore.size(), restore.size());
    }
  }
}
