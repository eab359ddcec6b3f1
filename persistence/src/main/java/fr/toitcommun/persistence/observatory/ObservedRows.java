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

  /**
   * Notes which demands change, for those who count in columns, or does not: a whole file is loaded
   * before anyone counts, and is not to be told demand by demand.
   */
  public static void noteChanges(Handle handle, boolean noted) {
    handle.execute(
        """
        do $$
        declare note record;
        begin
          for note in select tgrelid::regclass as of, tgname as called from pg_trigger
            where tgfoid in ('note_observed_change'::regproc, 'note_observed_dwelling'::regproc)
          loop
            execute format('alter table %s <how> trigger %I', note.of, note.called);
          end loop;
        end $$
        """
            .replace("<how>", noted ? "enable" : "disable"));
  }

  /** Writes those of the whole file, of which there are none yet. */
  public static void writeAll(Handle handle) {
    handle.execute("insert into observed_demand select * from observed_source");
  }
}
