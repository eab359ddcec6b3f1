package fr.toitcommun.persistence.observatory.quality;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.DueQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What was found on active demands, kept so that it can be counted. A demand is due again once it
 * was changed, or when time alone may have changed what is found.
 */
public final class QualityLooks {
  private static final DueQuery DUE =
      new DueQuery(
          "from demand d left join quality_look q on q.demand_id = d.id where d.status = 'ACTIVE'"
              + " and (q.demand_id is null or q.version <> d.version or q.looked_on <= :staleOn)",
          "d.initial_deposit_date",
          "'LOOK' as what, case when q.version = d.version then 'TIME_PASSED' else 'CHANGED' end as"
              + " why, d.initial_deposit_date as about");

  private QualityLooks() {}

  /**
   * How many demands are due, by département.
   *
   * @param staleOn what was looked at on that day or before is due
   */
  public static Map<String, Long> count(Handle handle, LocalDate staleOn) {
    return DUE.count(handle, Map.of("staleOn", staleOn));
  }

  /** Those due after a place, in the order of their deposits. */
  public static List<DueDemand> due(Handle handle, LocalDate staleOn, DueCursor after, int limit) {
    return DUE.list(handle, Map.of("staleOn", staleOn), after, limit);
  }

  /** Keeps what was found; what was found earlier on the same demands no longer counts. */
  public static void keep(Handle handle, Collection<QualityLook> looks) {
    if (looks.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into quality_look (demand_id, departement_code, version, looked_on, doubts,"
                + " missing_documents, late_documents, types_unfit) values (:demand, :departement,"
                + " :version, :on, :doubts, :missing, :late, :unfit) on conflict (demand_id) do"
                + " update set version = excluded.version, looked_on = excluded.looked_on, doubts ="
                + " excluded.doubts, missing_documents = excluded.missing_documents, late_documents"
                + " = excluded.late_documents, types_unfit = excluded.types_unfit");
    for (QualityLook look : looks) {
      batch
          .bind("demand", look.demandId())
          .bind("departement", look.departementCode())
          .bind("version", look.version())
          .bind("on", look.on())
          .bindArray("doubts", String.class, look.doubts())
          .bind("missing", look.missingDocuments())
          .bind("late", look.lateDocuments())
          .bind("unfit", look.typesUnfit())
          .add();
    }
    batch.execute();
  }

  /** Forgets what was found on demands that have left the file. */
  public static int forgetLeft(Handle handle, String departement) {
    return handle
        .createUpdate(
            "delete from quality_look q using demand d where d.id = q.demand_id and d.status <>"
                + " 'ACTIVE' and q.departement_code = :departement")
        .bind("departement", departement)
        .execute();
  }

  /**
   * Whether anything was ever looked at in these départements: before, the indicators that go by it
   * tell nothing.
   */
  public static boolean any(Handle handle, List<String> departements) {
    return handle
        .createQuery(
            "select exists (select from quality_look where departement_code = any(:departements))")
        .bindArray("departements", String.class, departements)
        .mapTo(Boolean.class)
        .one();
  }
}
