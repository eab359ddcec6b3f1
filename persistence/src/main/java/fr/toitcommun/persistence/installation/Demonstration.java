package fr.toitcommun.persistence.installation;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What an installation is when its persons are invented. */
public final class Demonstration {
  private Demonstration() {}

  /** Whether this is one: documents and pages say so. */
  public static boolean isHere(Jdbi jdbi) {
    return jdbi.withHandle(handle -> isHere(handle));
  }

  /** The same within the caller's transaction. */
  public static boolean isHere(Handle handle) {
    return handle
        .createQuery("select coalesce(bool_or(demonstration), false) from installation")
        .mapTo(Boolean.class)
        .one();
  }
}
