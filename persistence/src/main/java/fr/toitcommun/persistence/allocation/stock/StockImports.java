package fr.toitcommun.persistence.allocation.stock;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Checks stock files and writes them, all or nothing. What was checked is kept, so that what is
 * confirmed is what was read; a dwelling changed in between keeps the whole import out.
 */
public final class StockImports {
  private static final int PART = 1_000;
  private static final String COLUMNS =
      Arrays.stream(StockColumn.values()).map(StockColumn::column).collect(Collectors.joining(","));
  private static final String LINE =
      "insert into stock_import_line (import_id,line,outcome,dwelling_version,"
          + COLUMNS
          + ") values (:import,:number,:outcome,:version,"
          + Arrays.stream(StockColumn.values())
              .map(column -> ":" + column.column())
              .collect(Collectors.joining(","))
          + ")";

  private final Jdbi jdbi;

  /** Over this database. */
  public StockImports(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Reads a file and keeps what each line would do.
   *
   * @param departements where the landlord may hold stock
   * @return the import
   * @throws RefusedInput when it is no stock file at all
   */
  public long check(
      long landlordId,
      long agentId,
      String fileName,
      StockFile file,
      List<String> departements,
      Reference reference,
      LocalDate today,
      Instant now) {
    StockCheck check = new StockCheck(departements, reference, today);
    Map<StockCheck.Outcome, Integer> counts = new EnumMap<>(StockCheck.Outcome.class);
    return jdbi.withHandle(
        handle -> {
          long id = open(handle, landlordId, agentId, fileName, file, now);
          file.read(PART, lines -> judge(handle, id, landlordId, check, lines, counts));
          close(handle, id, counts);
          return id;
        });
  }

  private static long open(
      Handle handle, long landlordId, long agentId, String fileName, StockFile file, Instant now) {
    long id = handle.createQuery("select nextval('stock_import_seq')").mapTo(Long.class).one();
    handle
        .createUpdate(
            "insert into stock_import (id, landlord_id, agent_id, file_name, checked_at, columns,"
                + " lines, created, changed, unchanged, faulty) values (:id, :landlord, :agent,"
                + " :name, :now, :columns, 0, 0, 0, 0, 0)")
        .bind("id", id)
        .bind("landlord", landlordId)
        .bind("agent", agentId)
        .bind("name", fileName)
        .bind("now", now)
        .bindArray(
            "columns",
            String.class,
            file.columns().stream().map(StockColumn::column).toArray(Object[]::new))
        .execute();
    return id;
  }

  private static void judge(
      Handle handle,
      long id,
      long landlordId,
      StockCheck check,
      List<StockFile.Line> lines,
      Map<StockCheck.Outcome, Integer> counts) {
    Map<String, StockCheck.Known> known =
        known(handle, landlordId, cells(lines, StockColumn.REFERENCE));
    Map<String, String> owners = owners(handle, cells(lines, StockColumn.REGISTER));
    PreparedBatch rows = handle.prepareBatch(LINE);
    PreparedBatch faults =
        handle.prepareBatch(
            "insert into stock_import_fault (import_id,line,position,field,code,arguments) values"
                + " (:import,:number,:position,:field,:code,:arguments)");
    for (StockFile.Line line : lines) {
      StockCheck.Judged judged =
          check.judge(
              line,
              // Twice in the file, it is a fault: the second must not change the form of the first.
              known.remove(Objects.requireNonNullElse(line.cells().get(StockColumn.REFERENCE), "")),
              owners,
              String.valueOf(landlordId));
      counts.merge(judged.outcome(), 1, Integer::sum);
      row(rows, id, judged);
      for (int i = 0; i < judged.faults().size(); i++) {
        Fault fault = judged.faults().get(i);
        faults
            .bind("import", id)
            .bind("number", judged.line())
            .bind("position", i)
            .bind("field", fault.field())
            .bind("code", fault.code())
            .bindArray("arguments", String.class, fault.arguments().toArray())
            .add();
      }
    }
    rows.execute();
    if (faults.size() > 0) {
      faults.execute();
    }
  }

  private static void row(PreparedBatch rows, long id, StockCheck.Judged judged) {
    rows.bind("import", id)
        .bind("number", judged.line())
        .bind("outcome", judged.outcome().name())
        .bindByType("version", judged.version(), Integer.class);
    boolean sound = judged.outcome() != StockCheck.Outcome.FAULT;
    for (StockColumn column : StockColumn.values()) {
      Object value = sound ? column.value(judged.form()) : null;
      if (column == StockColumn.REFERENCE) {
        value = shortened(judged.internalReference());
      }
      rows.bindByType(column.column(), value, column.type());
    }
    rows.add();
  }

  /** What stands in a report must be storable, whatever stood in the file. */
  private static String shortened(String text) {
    return text == null
        ? null
        : text.substring(0, Math.min(120, text.length())).replace('\u0000', ' ');
  }

  private static String[] cells(List<StockFile.Line> lines, StockColumn column) {
    return lines.stream()
        .map(line -> line.cells().get(column))
        .filter(Objects::nonNull)
        .filter(cell -> cell.indexOf('\u0000') < 0)
        .distinct()
        .toArray(String[]::new);
  }

  private static Map<String, StockCheck.Known> known(
      Handle handle, long landlordId, String[] references) {
    Map<String, StockCheck.Known> known = new HashMap<>();
    handle
        .createQuery(
            "select * from dwelling where landlord_id = :landlord and internal_reference ="
                + " any(:references)")
        .bind("landlord", landlordId)
        .bindArray("references", String.class, (Object[]) references)
        .map(
            (row, context) -> new StockCheck.Known(row.getInt("version"), DwellingReader.form(row)))
        .forEach(one -> known.put(one.form().getInternalReference(), one));
    return known;
  }

  private static Map<String, String> owners(Handle handle, String[] registerIds) {
    Map<String, String> owners = new HashMap<>();
    handle
        .createQuery(
            "select stock_register_id, landlord_id || ' ' || internal_reference as owner from"
                + " dwelling where stock_register_id = any(:ids)")
        .bindArray("ids", String.class, (Object[]) registerIds)
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(entry -> owners.put(entry.getKey(), entry.getValue()));
    return owners;
  }

  private static void close(Handle handle, long id, Map<StockCheck.Outcome, Integer> counts) {
    handle
        .createUpdate(
            "update stock_import set lines = :lines, created = :created, changed = :changed,"
                + " unchanged = :unchanged, faulty = :faulty where id = :id")
        .bind("id", id)
        .bind("lines", counts.values().stream().mapToInt(Integer::intValue).sum())
        .bind("created", counts.getOrDefault(StockCheck.Outcome.CREATED, 0))
        .bind("changed", counts.getOrDefault(StockCheck.Outcome.CHANGED, 0))
        .bind("unchanged", counts.getOrDefault(StockCheck.Outcome.UNCHANGED, 0))
        .bind("faulty", counts.getOrDefault(StockCheck.Outcome.FAULT, 0))
        .execute();
  }

  /**
   * Writes a checked import, in the caller's transaction.
   *
   * @throws RefusedInput when a line has a fault, it was written already, or a dwelling was changed
   *     since the check
   */
  public void apply(long importId, Instant now) {
    jdbi.useHandle(
        handle -> {
          int taken =
              handle
                  .createUpdate(
                      "update stock_import set applied_at = :now where id = :id and applied_at is"
                          + " null and faulty = 0")
                  .bind("now", now)
                  .bind("id", importId)
                  .execute();
          if (taken == 0) {
            throw RefusedInput.because("IMPORT_NOT_APPLICABLE");
          }
          int changed =
              handle
                  .createUpdate(
                      "update dwelling w set version = w.version + 1, "
                          + Arrays.stream(StockColumn.values())
                              .filter(column -> column != StockColumn.REFERENCE)
                              .map(column -> column.column() + " = " + value(column))
                              .collect(Collectors.joining(", "))
                          + " from stock_import_line l join stock_import i on i.id = l.import_id"
                          + " where l.import_id = :id and l.outcome = 'CHANGED' and w.landlord_id ="
                          + " i.landlord_id and w.internal_reference = l.internal_reference and"
                          + " w.version = l.dwelling_version")
                  .bind("id", importId)
                  .execute();
          int created =
              handle
                  .createUpdate(
                      "insert into dwelling (id, version, landlord_id, "
                          + COLUMNS
                          + ") select nextval('dwelling_seq'), 1, i.landlord_id, "
                          + Arrays.stream(StockColumn.values())
                              .map(StockImports::value)
                              .collect(Collectors.joining(", "))
                          + " from stock_import_line l join stock_import i on i.id = l.import_id"
                          + " where l.import_id = :id and l.outcome = 'CREATED' on conflict do"
                          + " nothing")
                  .bind("id", importId)
                  .execute();
          if (!handle
              .createQuery(
                  "select changed = :changed and created = :created from stock_import where id ="
                      + " :id")
              .bind("changed", changed)
              .bind("created", created)
              .bind("id", importId)
              .mapTo(Boolean.class)
              .one()) {
            throw RefusedInput.because("IMPORT_OVERTAKEN");
          }
        });
  }

  /**
   * Forgets what serves nobody any more: imports that were checked and never written, and the lines
   * of those that were written long ago, of which the counts stay.
   *
   * @param checkedBefore imports never written that are older go
   * @param appliedBefore lines of imports written earlier go
   */
  public void forget(Instant checkedBefore, Instant appliedBefore) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  "delete from stock_import where applied_at is null and checked_at < :before")
              .bind("before", checkedBefore)
              .execute();
          handle
              .createUpdate(
                  "delete from stock_import_line l using stock_import i where i.id = l.import_id"
                      + " and i.applied_at < :before")
              .bind("before", appliedBefore)
              .execute();
        });
  }

  private static String value(StockColumn column) {
    return switch (column) {
      case ACCESSORY_RENTS, ENERGY_CONTRIBUTION -> "coalesce(l." + column.column() + ", 0)";
      default -> "l." + column.column();
    };
  }

  /** An import of this landlord. */
  public java.util.Optional<StockImport> find(long importId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from stock_import where id = :id")
                .bind("id", importId)
                .map((row, context) -> ImportRows.read(row))
                .findOne());
  }

  /** The landlord's latest imports, ten at most. */
  public List<StockImport> latest(long landlordId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from stock_import where landlord_id = :landlord order by checked_at"
                        + " desc, id desc limit 10")
                .bind("landlord", landlordId)
                .map((row, context) -> ImportRows.read(row))
                .list());
  }

  /**
   * The report line by line.
   *
   * @param outcome only such lines; null: all
   */
  public ImportReport report(long importId, String outcome, int offset, int limit) {
    return ImportRows.report(jdbi, importId, outcome, offset, limit);
  }
}
