package fr.toitcommun.persistence.observatory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts the demands in the file, live, at the levels of {@link ActivityReader} and by the same
 * rules of secrecy.
 */
public final class StandingReader {
  private static final String STANDING =
      """
      select count(*) filter (where territory) as "TERRITORY", count(*) filter (where territory and own) as "own_TERRITORY",
        count(*) filter (where departements) as "DEPARTEMENTS",
        count(*) filter (where departements and own) as "own_DEPARTEMENTS",
        count(*) as "FILE", count(*) filter (where own) as "own_FILE",
        count(*) filter (where departements and transfer) as transfers,
        count(*) filter (where departements and transfer and own) as own_transfers
      from (
        select o.departement_code = any(:departements) as departements, o.transfer,
          o.departement_code = any(:departements) and (:whole or o.epci = any(cast(:epcis as varchar[]))) as territory,
          coalesce(o.desk_id = cast(:desk as bigint) or o.partner_id = cast(:partner as bigint), false) as own
        from observed_active o where o.departement_code = any(:counted)) o
      """;
  // Whether the rest of the file is too few is known from that many of it.
  private static final String BEYOND =
      """
      select count(*) from (
        select 1 from observed_active o where o.departement_code = any(:others)
          and not coalesce(o.desk_id = cast(:desk as bigint) or o.partner_id = cast(:partner as bigint), false)
        limit :enough) o
      """;

  private final Jdbi jdbi;
  private final Viewer viewer;
  private final int threshold;
  private final Secrecy secrecy;

  /**
   * Counts in this database for an agent.
   *
   * @param threshold numbers from 1 to below this are kept back of territories; 0: none is
   */
  public StandingReader(Jdbi jdbi, Viewer viewer, int threshold) {
    this.jdbi = jdbi;
    this.viewer = viewer;
    this.threshold = threshold;
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
    if (!ActivityReader.NESTED.contains(level)) {
      String own = level == ActivityLevel.DESK ? "desk_id = :desk" : "partner_id = :partner";
      return new Standing(
          Cell.of(
              jdbi.withHandle(
                  handle ->
                      handle
                          .createQuery("select count(*) from observed_active where " + own)
                          .bind("desk", viewer.desk())
                          .bind("partner", viewer.partner())
                          .mapTo(Long.class)
                          .one())),
          null);
    }
    List<String> counted = level == ActivityLevel.FILE ? viewer.file() : viewer.departements();
    long beyond = beyond(counted);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(STANDING)
                .bind("desk", viewer.desk())
                .bind("partner", viewer.partner())
                .bindArray("departements", String.class, viewer.departements())
                .bindArray("epcis", String.class, viewer.epcis())
                .bind("whole", viewer.epcis().isEmpty())
                .bindArray("counted", String.class, counted)
                .map((row, context) -> standing(level, row, beyond))
                .one());
  }

  /** How many others there are in the file beside those counted, not the viewer's own. */
  private long beyond(List<String> counted) {
    List<String> others =
        viewer.file().stream().filter(departement -> !counted.contains(departement)).toList();
    return others.isEmpty() || threshold == 0
        ? 0
        : jdbi.withHandle(
            handle ->
                handle
                    .createQuery(BEYOND)
                    .bindArray("others", String.class, others)
                    .bind("desk", viewer.desk())
                    .bind("partner", viewer.partner())
                    .bind("enough", threshold)
                    .mapTo(Long.class)
                    .one());
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
