package fr.toitcommun.persistence.registration.work;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.partner.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Reads what awaits a desk, by key: however long the list, the next demand costs the same. */
public final class WorkReader {
  private static final String ROWS =
      """
      with page as materialized (
        select d.id %s and (%s, d.id) > (:afterDay, :afterId) order by %2$s, d.id limit :limit)
      select <columns>, %2$s as sorted_by,
             (select sent_on(n) from letter n
              where n.demand_id = d.id and n.kind = 'RENEWAL_NOTICE' and n.about = d.valid_until) as notice_on
      <rows> order by %2$s, d.id
      """
          .replace("<columns>", WorkRow.COLUMNS)
          .replace("<rows>", WorkRow.ROWS);

  private final Jdbi jdbi;
  private final Scope scope;
  private final Long deskId;

  /**
   * Reads for a caller.
   *
   * @param deskId only demands of this desk; null: all in scope
   */
  public WorkReader(Jdbi jdbi, Scope scope, Long deskId) {
    this.jdbi = jdbi;
    this.scope = scope;
    this.deskId = deskId;
  }

  /**
   * Part of a list.
   *
   * @param until last end of validity that is near, for {@link WorkList#RENEWALS}
   * @param after the place after which to go on; null: from the beginning
   */
  public WorkPage page(WorkList list, LocalDate until, DueCursor after, int limit) {
    String from = from(list);
    Map<String, Object> binds = binds(until);
    return jdbi.withHandle(
        handle ->
            new WorkPage(
                rows(list, from, binds, after, limit),
                handle
                    .createQuery("select count(*) " + from)
                    .bindMap(binds)
                    .mapTo(Long.class)
                    .one()));
  }

  private List<WorkRow> rows(
      WorkList list, String from, Map<String, Object> binds, DueCursor after, int limit) {
    DueCursor place = after == null ? DueCursor.start("") : after;
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ROWS.formatted(from, list.sortedBy()))
                .bindMap(binds)
                .bind("afterDay", place.day())
                .bind("afterId", place.demandId())
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list());
  }

  private String from(WorkList list) {
    return "from demand d where d.status = 'ACTIVE' and "
        + list.condition()
        + " and "
        + scope.on("d").sql()
        + (deskId == null ? "" : " and d.desk_id = :desk");
  }

  private Map<String, Object> binds(LocalDate until) {
    Map<String, Object> binds = new HashMap<>(scope.on("d").binds());
    binds.put("until", until);
    binds.put("desk", deskId);
    return binds;
  }

  private static WorkRow row(ResultSet row) throws SQLException {
    return WorkRow.read(
        row,
        row.getObject("notice_on", LocalDate.class),
        row.getObject("sorted_by", LocalDate.class));
  }
}
