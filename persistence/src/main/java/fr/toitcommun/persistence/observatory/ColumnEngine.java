package fr.toitcommun.persistence.observatory;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * The embedded engine that reads and writes the monthly files and counts the live base in columns
 * (ADR 0022). One serves a whole server, each statement through a connection that is closed after
 * it; what it is to keep is attached to it as a file ({@link LiveColumns}).
 */
public final class ColumnEngine implements AutoCloseable {
  // Beside the server and PostgreSQL on a machine of two cores.
  private static final String MEMORY = "768MB";

  private final DuckDBConnection root;
  private final Jdbi jdbi;

  /** Starts the engine. */
  public ColumnEngine() {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("threads", Integer.toString(threads()));
    settings.setProperty("preserve_insertion_order", "false");
    try {
      root = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", settings);
      try (Statement statement = root.createStatement()) {
        // A file is replaced as a whole: what is known of it holds until its date changes.
        statement.execute("set parquet_metadata_cache = true");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The engine of the observatory did not start", e);
    }
    jdbi = Jdbi.create(root::duplicate);
    // As in the base: what a statement may need is bound, not all of it is named by each.
    jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
  }

  private static int threads() {
    return Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
  }

  /** A connection of its own, for whoever closes it. */
  public DuckDBConnection connection() throws SQLException {
    return root.duplicate();
  }

  /** The engine, for statements. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Ends it. */
  @Override
  public void close() {
    try {
      root.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The engine of the observatory did not end", e);
    }
  }
}
