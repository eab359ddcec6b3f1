package fr.toitcommun.persistence.registration;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes what the rules make of households when time alone has changed it. Versions stay: nothing
 * that an agent types is concerned.
 */
public final class FactRows {
  private final PreparedBatch batch;

  /** Within the transaction of this handle. */
  public FactRows(Handle handle) {
    batch =
        handle.prepareBatch(
            """
            update demand set household_size = :size, household_category = :category, annual_income = :annualIncome,
              transfer = :transfer, salaried_contributor = :salariedContributor, consumption_units = :units,
              annual_resources = :annualResources, resources_per_unit = :resourcesPerUnit, figures_until = :until
            where id = :id
            """);
  }

  /**
   * The facts of a demand from now on.
   *
   * @param until first day on which time may change them again
   */
  public void add(long demandId, HouseholdFacts facts, LocalDate until) {
    batch.bindMethods(facts).bind("id", demandId).bind("until", until).add();
  }

  /** Writes them all. */
  public void write() {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
