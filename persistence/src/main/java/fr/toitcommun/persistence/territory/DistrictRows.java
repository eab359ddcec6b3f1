package fr.toitcommun.persistence.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the districts of a municipality as the manager of the file states them. */
public final class DistrictRows {
  private final Jdbi jdbi;

  /** Writes to this database, in the caller's transaction. */
  public DistrictRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * From this day on the municipality has these districts: those left out are no longer offered and
   * stay readable on the demands that name them; those known get their name of today.
   *
   * @param names name by code
   */
  public void replace(
      String municipalityCode, Map<String, String> names, String source, LocalDate from) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  "update district set valid_to = :last where municipality_code = :municipality"
                      + " and valid_to is null and code <> all(:kept)")
              .bind("last", from.minusDays(1))
              .bind("municipality", municipalityCode)
              .bindArray("kept", String.class, List.copyOf(names.keySet()))
              .execute();
          PreparedBatch batch =
              handle.prepareBatch(
                  "insert into district (code, municipality_code, name, valid_from, source)"
                      + " values (?, ?, ?, ?, ?) on conflict (code) do update"
                      + " set name = excluded.name, source = excluded.source, valid_to = null");
          names.forEach((code, name) -> batch.add(code, municipalityCode, name, from, source));
          batch.execute();
        });
  }
}
