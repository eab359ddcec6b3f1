package fr.toitcommun.persistence.observatory.map;

import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Keeps shapes and the files they came from. */
public final class ShapeRows {
  private static final String IMPORT =
      "select i.id, i.file_name, i.source, i.shapes_year, i.code_property, i.repaired, i.ignored,"
          + " i.brought, i.checked_at, i.applied_at, i.ended_at,"
          + " a.given_name || ' ' || a.surname as checked_by"
          + " from map_import i join agent a on a.id = i.checked_by ";

  private final Jdbi jdbi;

  /** In this database, in the caller's transaction. */
  public ShapeRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The import in use; none: shapes are derived from points. */
  public Optional<MapImport> current() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(IMPORT + "where i.applied_at is not null and i.ended_at is null")
                .map(ConstructorMapper.of(MapImport.class))
                .findOne());
  }

  /** An import by its identity. */
  public Optional<MapImport> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(IMPORT + "where i.id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(MapImport.class))
                .findOne());
  }

  /** The latest imports that were in use, the last first. */
  public List<MapImport> latest(int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(IMPORT + "where i.applied_at is not null order by i.id desc limit :n")
                .bind("n", most)
                .map(ConstructorMapper.of(MapImport.class))
                .list());
  }

  /**
   * Keeps what was checked, in the place of what was checked before and never used.
   *
   * @return its identity
   */
  public long keep(
      CheckedShapes checked, String fileName, String source, int year, long agent, Instant now) {
    return jdbi.withHandle(
        handle -> {
          handle.execute("delete from map_import where applied_at is null");
          long id =
              handle
                  .createQuery(
                      "insert into map_import (file_name, source, shapes_year, code_property,"
                          + " repaired, ignored, brought, checked_at, checked_by)"
                          + " values (:file, :source, :year, :property, :repaired, :ignored,"
                          + " :brought, :now, :agent) returning id")
                  .bind("file", fileName)
                  .bind("source", source)
                  .bind("year", year)
                  .bind("property", checked.property())
                  .bind("repaired", checked.repaired())
                  .bind("ignored", checked.ignored())
                  .bind("brought", checked.brought())
                  .bind("now", now)
                  .bind("agent", agent)
                  .mapTo(Long.class)
                  .one();
          keep(handle, id, checked.shapes());
          return id;
        });
  }

  private static void keep(Handle handle, long id, Shapes shapes) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into map_shape (import_id, level, code, shape) values (?, ?, ?, ?)");
    WKBWriter writer = new WKBWriter();
    for (TerritoryLevel level : TerritoryLevel.values()) {
      shapes
          .of(level)
          .forEach((code, shape) -> batch.add(id, level.name(), code, writer.write(shape)));
    }
    batch.execute();
  }

  /**
   * From now on maps are drawn from what was checked; shapes used before are forgotten.
   *
   * @return whether there was such an import, not in use yet
   */
  public boolean apply(long id, Instant now) {
    return jdbi.withHandle(
        handle -> {
          end(handle, now);
          return handle
                  .createUpdate(
                      "update map_import set applied_at = :now where id = :id and applied_at is"
                          + " null")
                  .bind("now", now)
                  .bind("id", id)
                  .execute()
              == 1;
        });
  }

  /** From now on shapes are derived from points. */
  public void end(Instant now) {
    jdbi.useHandle(handle -> end(handle, now));
  }

  private static void end(Handle handle, Instant now) {
    handle
        .createUpdate(
            "update map_import set ended_at = :now where applied_at is not null and ended_at is"
                + " null")
        .bind("now", now)
        .execute();
    handle.execute(
        "delete from map_shape where import_id in"
            + " (select id from map_import where ended_at is not null)");
  }

  /** The shapes of an import. */
  public Shapes shapes(long id) {
    Map<TerritoryLevel, Map<String, Geometry>> byLevel = new EnumMap<>(TerritoryLevel.class);
    WKBReader reader = new WKBReader();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("select level, code, shape from map_shape where import_id = :id")
                .bind("id", id)
                .map(
                    (row, context) -> {
                      byLevel
                          .computeIfAbsent(
                              TerritoryLevel.valueOf(row.getString("level")),
                              any -> new TreeMap<>())
                          .put(row.getString("code"), read(reader, row.getBytes("shape")));
                      return row.getString("code");
                    })
                .list());
    return new Shapes(byLevel);
  }

  private static Geometry read(WKBReader reader, byte[] shape) {
    try {
      return reader.read(shape);
    } catch (ParseException e) {
      throw new IllegalStateException("A shape of the database cannot be read", e);
    }
  }

  /** INSEE codes of the municipalities whose own point is not known. */
  public List<String> approximatePoints() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select code from municipality where approximate_point")
                .mapTo(String.class)
                .list());
  }
}
