package fr.toitcommun.persistence.registration.duplicate;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The whole file searched, as the job does it part by part. */
public final class Sweeps {
  private Sweeps() {}

  /** What would be kept, département by département. */
  public static List<FoundSet> plan(Handle handle) {
    return departements(handle).stream()
        .flatMap(one -> DuplicateSweep.plan(handle, one).stream())
        .toList();
  }

  /**
   * Searches and keeps.
   *
   * @return how many sets were opened or grew
   */
  public static int run(Handle handle, Instant now) {
    int kept = 0;
    for (String departement : departements(handle)) {
      for (FoundSet found : DuplicateSweep.plan(handle, departement)) {
        kept +=
            DuplicateSweep.keep(handle, departement, found.uniqueNumbers(), now).isEmpty() ? 0 : 1;
      }
    }
    return kept;
  }

  private static List<String> departements(Handle handle) {
    return handle
        .createQuery("select code from departement order by code")
        .mapTo(String.class)
        .list();
  }
}
