package fr.toitcommun.persistence.allocation.stock;

import fr.toitcommun.persistence.registration.Fault;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Reads imports and their reports. */
final class ImportRows {
  private ImportRows() {}

  static StockImport read(ResultSet row) throws SQLException {
    return new StockImport(
        row.getLong("id"),
        row.getLong("landlord_id"),
        row.getString("file_name"),
        instant(row, "checked_at"),
        instant(row, "applied_at"),
        strings(row.getArray("columns")),
        row.getInt("lines"),
        row.getInt("created"),
        row.getInt("changed"),
        row.getInt("unchanged"),
        row.getInt("faulty"));
  }

  static ImportReport report(Jdbi jdbi, long importId, String outcome, int offset, int limit) {
    return jdbi.withHandle(
        handle -> {
          Map<Integer, List<Fault>> faults = new HashMap<>();
          long[] total = {0};
          List<ImportLine> lines =
              handle
                  .createQuery(
                      "select line, internal_reference, outcome, count(*) over () as total from"
                          + " stock_import_line where import_id = :id and (cast(:outcome as text)"
                          + " is null or outcome = :outcome) order by line offset :offset limit"
                          + " :limit")
                  .bind("id", importId)
                  .bind("outcome", outcome)
                  .bind("offset", offset)
                  .bind("limit", limit)
                  .map(
                      (row, context) -> {
                        total[0] = row.getLong("total");
                        List<Fault> own = new ArrayList<>();
                        faults.put(row.getInt("line"), own);
                        return new ImportLine(
                            row.getInt("line"),
                            row.getString("internal_reference"),
                            row.getString("outcome"),
                            own);
                      })
                  .list();
          if (!lines.isEmpty()) {
            handle
                .createQuery(
                    "select line, field, code, arguments from stock_import_fault where import_id ="
                        + " :id and line between :first and :last order by line, position")
                .bind("id", importId)
                .bind("first", lines.get(0).line())
                .bind("last", lines.get(lines.size() - 1).line())
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getInt("line"),
                            new Fault(
                                row.getString("field"),
                                row.getString("code"),
                                strings(row.getArray("arguments")))))
                .forEach(
                    entry ->
                        faults
                            .getOrDefault(entry.getKey(), new ArrayList<>())
                            .add(entry.getValue()));
          }
          return new ImportReport(lines, total[0]);
        });
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
