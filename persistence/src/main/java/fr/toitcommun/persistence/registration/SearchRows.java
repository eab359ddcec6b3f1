package fr.toitcommun.persistence.registration;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps the names that a demand is found by true, in the transaction that changes it. */
public final class SearchRows {
  private final Jdbi jdbi;

  /** Writes to this database, in the caller's transaction. */
  public SearchRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Takes the rows of a demand away, before it is written: they hold on to its persons. */
  public void remove(Demand demand) {
    jdbi.useHandle(
        handle -> handle.execute("delete from person_name where demand_id = ?", demand.id()));
  }

  /**
   * Writes the rows of a demand just stored, or changed after {@link #remove}; one that was merged
   * is found by its number alone.
   */
  public void write(Demand demand) {
    jdbi.useHandle(
        handle -> {
          if (demand.status() != DemandStatus.MERGED) {
            addNames(handle, demand);
          }
        });
  }

  private static void addNames(Handle handle, Demand demand) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into person_name (demand_id, member_id, name_key, birth_date) values (?, ?, ?,"
                + " ?)");
    for (HouseholdMember member : demand.members()) {
      if (demand.legalPerson() != null) {
        // A body is found by its own name: its signatory asks for nothing and has no birth date.
        batch.add(demand.id(), member.id(), demand.legalPerson().nameKey(), null);
      } else if (member.role().signs()) {
        for (String key : member.nameKeys()) {
          batch.add(demand.id(), member.id(), key, member.birthDate());
        }
      }
    }
    batch.execute();
  }
}
