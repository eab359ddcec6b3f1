package fr.toitcommun.persistence.registration;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Keeps the read models of a demand true, in the transaction that changes it: the names it is found
 * by and, while it is active, one row per wished municipality for the search of candidates.
 */
public final class SearchRows {
  private final Jdbi jdbi;

  /** Writes to this database, in the caller's transaction. */
  public SearchRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Takes the rows of a demand away, before it is written: they hold on to its persons. */
  public void remove(Demand demand) {
    jdbi.useHandle(
        handle -> {
          handle.execute("delete from person_name where demand_id = ?", demand.id());
          handle.execute("delete from candidate_wish where demand_id = ?", demand.id());
        });
  }

  /**
   * Writes the rows of a demand just stored, or changed after {@link #remove}; one that left the
   * file keeps its names only, one that was merged is found by its number alone.
   */
  public void write(Demand demand) {
    jdbi.useHandle(
        handle -> {
          if (demand.status() != DemandStatus.MERGED) {
            addNames(handle, demand);
          }
          if (demand.status() == DemandStatus.ACTIVE) {
            addWishes(handle, demand);
          }
        });
  }

  /** Takes demands that left the file out of the search of candidates; they keep their names. */
  public void removeWishes(Collection<Long> demandIds) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from candidate_wish where demand_id = any(:demands)")
                .bindArray("demands", Long.class, demandIds.toArray())
                .execute());
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

  private static void addWishes(Handle handle, Demand demand) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into candidate_wish (municipality_code, initial_deposit_date, demand_id,"
                + " type_mask, household_size, household_category, annual_income, location_rank)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)");
    Set<String> municipalities = new HashSet<>();
    for (WishedLocation location : demand.locations()) {
      // Two districts of a municipality are one row, at the better rank.
      if (!municipalities.add(location.municipalityCode())) {
        continue;
      }
      batch.add(
          location.municipalityCode(),
          demand.initialDepositDate(),
          demand.id(),
          DwellingType.mask(demand.types()),
          demand.householdSize(),
          demand.householdCategory(),
          demand.annualIncome(),
          location.rank());
    }
    batch.execute();
  }
}
