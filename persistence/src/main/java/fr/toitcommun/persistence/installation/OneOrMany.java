package fr.toitcommun.persistence.installation;

import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/**
 * Statements about some demands, {@code = any(:demands)}, that are mostly asked about one. One
 * alone is compared as a number: the database then keeps its plan, where a list of unknown length
 * is planned anew at each call, which for the larger statements takes several times what running
 * them does.
 */
public final class OneOrMany {
  private static final String MANY = "= any(:demands)";

  private OneOrMany() {}

  /** A change of these demands. */
  public static Update update(Handle handle, String sql, Collection<Long> demands) {
    return bound(handle.createUpdate(written(sql, demands)), demands);
  }

  /** A question about these demands. */
  public static Query query(Handle handle, String sql, Collection<Long> demands) {
    return bound(handle.createQuery(written(sql, demands)), demands);
  }

  private static String written(String sql, Collection<Long> demands) {
    return demands.size() == 1 ? sql.replace(MANY, "= :demands") : sql;
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Collection<Long> demands) {
    return demands.size() == 1
        ? statement.bind("demands", demands.iterator().next())
        : statement.bindArray("demands", Long.class, demands.toArray());
  }
}
