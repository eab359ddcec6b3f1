package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.installation.OneOrMany;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Keeps true what the observatory counts, in the transaction that changes a demand: {@code
 * observed_demand} is the view {@code observed_source}, stored.
 */
public final class ObservedRows {
  private ObservedRows() {}

  /** Writes the row of a demand anew. */
  public static void keep(Handle handle, long demandId) {
    keep(handle, List.of(demandId));
  }

  /** Writes the rows of these demands anew; one that was erased has none any more. */
  public static void keep(Handle handle, Collection<Long> demands) {
    if (demands.isEmpty()) {
      return;
    }
    OneOrMany.update(handle, "delete from observed_demand where demand_id = any(:demands)", demands)
        .execute();
    OneOrMany.update(
            handle,
            "insert into observed_demand select * from observed_source where demand_id ="
                + " any(:demands)",
            demands)
        .execute();
  }

  /** Writes those of the whole file, of which there are none yet. */
  public static void writeAll(Handle handle) {
    handle.execute("insert into observed_demand select * from observed_source");
  }
}
