package fr.toitcommun.persistence.observatory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Counts the demands in the file, live, at the levels of {@link ActivityReader} and by the same
 * rules of secrecy.
 */
public final class StandingReader {
  private static final String STANDING =
      """
      select o.epci, o.transfer, coalesce(o.desk_id = cast(:desk as bigint), false) as desk,
        coalesce(o.partner_id = cast(:partner as bigint), false) as partner, %s as departements, %s as territory,
        cast(sum(o.n) as bigint) as n
      from %s where %s group by 1, 2, 3, 4, 5, 6
      """;

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

  /**
   * Demands that are alike in what they are told apart by.
   *
   * @param epci of the first wish; null: none
   * @param levels those they are of
   */
  record Part(String epci, boolean transfer, Set<ActivityLevel> levels, long count) {
    boolean own() {
      return levels.contains(ActivityLevel.DESK) || levels.contains(ActivityLevel.PARTNER);
    }
  }

  /** The demands in the file at a level. */
  public Standing at(ActivityLevel level) {
    return base.read(
        LiveBase.Since.NOTHING, tables -> at(level, tables.read(handle -> parts(handle, tables))));
  }

  /** The demands in the file. */
  List<Part> parts(Handle handle, LiveBase.Tables tables) {
    return handle
        .createQuery(
            STANDING.formatted(
                viewer.inDepartements(),
                viewer.inTerritory(),
                tables.activeCounts(),
                viewer.inFile()))
        .bind("desk", viewer.desk())
        .bind("partner", viewer.partner())
        .map((row, context) -> part(row))
        .list();
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getString("epci"),
        row.getBoolean("transfer"),
        ActivityReader.levels(row),
        row.getLong("n"));
  }

  /** What demands in the file come to at a level. */
  Standing at(ActivityLevel level, List<Part> parts) {
    if (!ActivityReader.NESTED.contains(level)) {
      return new Standing(Cell.of(sum(parts, part -> part.levels().contains(level))), null);
    }
    long[][] counts = new long[ActivityReader.NESTED.size()][];
    long[][] own = new long[ActivityReader.NESTED.size()][];
    for (int l = 0; l < ActivityReader.NESTED.size(); l++) {
      ActivityLevel one = ActivityReader.NESTED.get(l);
      counts[l] = new long[] {sum(parts, part -> part.levels().contains(one))};
      own[l] = new long[] {sum(parts, part -> part.levels().contains(one) && part.own())};
    }
    int at = ActivityReader.NESTED.indexOf(level);
    Cell active = secrecy.keptBackNested(counts, own)[at][0] ? Cell.SECRET : Cell.of(counts[at][0]);
    return new Standing(
        active, level == ActivityLevel.DEPARTEMENTS ? transfers(parts, counts[at], own[at]) : null);
  }

  /** Those of tenants, among all of the départements. */
  private Cell transfers(List<Part> parts, long[] all, long[] ofAll) {
    Predicate<Part> tenants =
        part -> part.transfer() && part.levels().contains(ActivityLevel.DEPARTEMENTS);
    long count = sum(parts, tenants);
    long own = sum(parts, tenants.and(Part::own));
    return secrecy.keptBackNested(new long[][] {{count}, all}, new long[][] {{own}, ofAll})[0][0]
        ? Cell.SECRET
        : Cell.of(count);
  }

  private static long sum(List<Part> parts, Predicate<Part> those) {
    return parts.stream().filter(those).mapToLong(Part::count).sum();
  }
}
