package fr.toitcommun.persistence.installation;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** The way records are read straight from SQL. */
public final class Reads {
  private Reads() {}

  /** Reads over this data source; within a transaction of the server, as part of it. */
  public static Jdbi over(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource);
    // A condition of scope binds what it may need; not every query names all of it.
    jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    return jdbi;
  }
}
