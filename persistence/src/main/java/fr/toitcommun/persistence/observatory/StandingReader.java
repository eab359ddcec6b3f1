package fr.toitcommun.persistence.observatory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Counts the demands in the file, live, at the levels of {@link ActivityReader} and by the same
 * rules of secrecy.
 */
public final class StandingReader {
  private static final String STANDING =
      """
      select
        cast(coalesce(sum(n) filter (where territory), 0) as bigint) as "TERRITORY",
        cast(coalesce(sum(n) filter (where territory and own), 0) as bigint) as "own_TERRITORY",
        cast(coalesce(sum(n) filter (where departements), 0) as bigint) as "DEPARTEMENTS",
        cast(coalesce(sum(n) filter (where departements and own), 0) as bigint) as "own_DEPARTEMENTS",
        cast(coalesce(sum(n), 0) as bigint) as "FILE",
        cast(coalesce(sum(n) filter (where own), 0) as bigint) as "own_FILE",
        cast(coalesce(sum(n) filter (where departements and transfer), 0) as bigint) as transfers,
        cast(coalesce(sum(n) filter (where departements and transfer and own), 0) as bigint) as own_transfers
      from (
        select %s as departements, o.transfer, o.n, %s as territory, %s as own from %s where %s) o
      """;
  private static final String NUMBER =
      "select cast(coalesce(sum(o.n), 0) as bigint) from %s where %s";
  private static final String OWN =
      "coalesce(o.desk_id = cast(:desk as bigint) or o.partner_id = cast(:partner as bigint),"
          + " false)";

  private final LiveBase base;
  private final Viewer viewer;
  private final Secrecy secrecy;

  /**
   * Counts in this base for an agent.
   *
   * @param threshold numbers from 1 to below this are kept back of territories; 0: none is
   */
  public StandingReader(LiveBase base, Viewer viewer, int threshold) {
    this.base = base;
    this.viewer = viewer;
    this.secrecy = new Secrecy(threshold);
  }

  /**
   * Demands in the file and, of the départements, those of tenants of social housing.
   *
   * @param transfers null at other levels
   */
  public record Standing(Cell active, Cell transfers) {}

  /** The demands in the file at a level. */
  public Standing at(ActivityLevel level) {
    return base.read(
        LiveBase.Since.NOTHING, tables -> tables.read(handle -> at(handle, tables, level)));
  }

  Standing at(Handle handle, LiveBase.Tables tables, ActivityLevel level) {
    if (!ActivityReader.NESTED.contains(level)) {
      String own =
          level == ActivityLevel.DESK
              ? "o.desk_id = cast(:desk as bigint)"
              : "o.partner_id = cast(:partner as bigint)";
      return new Standing(Cell.of(number(handle, tables, own)), null);
    }
    List<String> counted = level == ActivityLevel.FILE ? viewer.file() : viewer.departements();
    List<String> others =
        viewer.file().stream().filter(departement -> !counted.contains(departement)).toList();
    // Whether the rest of the file is too few: others than those counted, not the viewer's own.
    long beyond =
        others.isEmpty()
            ? 0
            : number(handle, tables, Viewer.in("o.departement_code", others) + " and not " + OWN);
    return query(
            handle,
            STANDING.formatted(
                viewer.inDepartements(),
                viewer.inTerritory(),
                OWN,
                tables.activeCounts(),
                Viewer.in("o.departement_code", counted)))
        .map((row, context) -> standing(level, row, beyond))
        .one();
  }

  private long number(Handle handle, LiveBase.Tables tables, String condition) {
    return query(handle, NUMBER.formatted(tables.activeCounts(), condition))
        .mapTo(Long.class)
        .one();
  }

  private Query query(Handle handle, String statement) {
    return handle
        .createQuery(statement)
        .bind("desk", viewer.desk())
        .bind("partner", viewer.partner());
  }

  private Standing standing(ActivityLevel level, ResultSet row, long beyond) throws SQLException {
    long[][] counts = new long[ActivityReader.NESTED.size()][1];
    long[][] own = new long[ActivityReader.NESTED.size()][1];
    for (int l = 0; l < ActivityReader.NESTED.size(); l++) {
      counts[l][0] = row.getLong(ActivityReader.NESTED.get(l).name());
      own[l][0] = row.getLong("own_" + ActivityReader.NESTED.get(l));
    }
    counts[ActivityReader.NESTED.indexOf(ActivityLevel.FILE)][0] += beyond;
    int at = ActivityReader.NESTED.indexOf(level);
    boolean[][] kept = secrecy.keptBackNested(counts, own);
    long transfers = row.getLong("transfers");
    int departements = ActivityReader.NESTED.indexOf(ActivityLevel.DEPARTEMENTS);
    boolean[][] some =
        secrecy.keptBackNested(
            new long[][] {{transfers}, counts[departements]},
            new long[][] {{row.getLong("own_transfers")}, own[departements]});
    return new Standing(
        kept[at][0] ? Cell.SECRET : Cell.of(counts[at][0]),
        level != ActivityLevel.DEPARTEMENTS ? null : some[0][0] ? Cell.SECRET : Cell.of(transfers));
  }
}
