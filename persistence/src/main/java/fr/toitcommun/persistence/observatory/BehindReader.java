package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.work.WorkRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The demands behind a figure of the live base, by name, for those who may see them. */
public final class BehindReader {
  private static final String ROWS =
      """
      with page as materialized (
        select d.id, d.initial_deposit_date %s and (d.initial_deposit_date, d.id) > (:afterDay, :afterId)
        order by d.initial_deposit_date, d.id limit :limit)
      select <columns>
      <rows> order by d.initial_deposit_date, d.id
      """
          .replace("<columns>", WorkRow.COLUMNS)
          .replace("<rows>", WorkRow.ROWS);

  private final Jdbi jdbi;
  private final Reference reference;
  private final LocalDate today;

  /** Reads in this database, as of a day. */
  public BehindReader(Jdbi jdbi, Reference reference, LocalDate today) {
    this.jdbi = jdbi;
    this.reference = reference;
    this.today = today;
  }

  /**
   * Part of the list, the oldest deposit first.
   *
   * @param question of an indicator that counts what stands, now
   * @param after the place after which to go on; null: from the beginning
   * @param limit rows at most
   * @throws IllegalArgumentException when it counts anything else
   */
  public BehindPage page(
      Question question, List<String> departements, Scope scope, DueCursor after, int limit) {
    if (!question.indicator().isStock()
        || !question.indicator().isCount()
        || !question.when().isNow()) {
      throw new IllegalArgumentException("No list stands behind " + question);
    }
    Map<Axis, Set<String>> where = new EnumMap<>(Axis.class);
    where.putAll(question.filters());
    Indicator.Part part = question.indicator().part();
    if (part.axis() != null) {
      // As where the figure is counted: the list is of both, what is asked and what is told.
      where.put(part.axis(), Question.both(where.get(part.axis()), part.codes()));
    }
    Tally tally =
        new Tally(
            null,
            today,
            today,
            List.of(),
            List.of(),
            TodaysPlaces.withFormer(where, reference.mergers(), today),
            question.counting(),
            departements,
            false);
    String from =
        " from observed_active o join demand d on d.id = o.demand_id where "
            + new LiveStore(LiveBase.in(jdbi), reference, today).conditions(tally)
            + " and "
            + scope.on("d").sql();
    Map<String, Object> binds = new HashMap<>(scope.on("d").binds());
    DueCursor place = after == null ? DueCursor.start("") : after;
    return jdbi.withHandle(
        handle -> {
          // One row more than is shown tells whether there is another part.
          List<WorkRow> rows =
              handle
                  .createQuery(ROWS.formatted(from))
                  .bindMap(binds)
                  .bind("afterDay", place.day())
                  .bind("afterId", place.demandId())
                  .bind("limit", limit + 1)
                  .map((row, context) -> row(row))
                  .list();
          boolean more = rows.size() > limit;
          return new BehindPage(
              more ? List.copyOf(rows.subList(0, limit)) : rows,
              handle.createQuery("select count(*)" + from).bindMap(binds).mapTo(Long.class).one(),
              more);
        });
  }

  private static WorkRow row(ResultSet row) throws SQLException {
    return WorkRow.read(row, null, row.getObject("initial_deposit_date", LocalDate.class));
  }
}
