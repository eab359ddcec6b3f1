package fr.toitcommun.persistence.registration.duplicate;

import fr.toitcommun.persistence.partner.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads the open sets of likely duplicates that concern a caller. */
public final class DuplicateSetReader {
  // A set without two active demands has lost its object, even if nobody has closed it yet.
  private static final String OPEN_IN_SCOPE =
      """
      from duplicate_set s
      where s.state = 'OPEN' and (cast(:set as bigint) is null or s.id = :set)
        and (cast(:reason as text) is null or :reason = any(s.reasons))
        and (select count(*) from duplicate_member m join demand d on d.id = m.demand_id
             where m.set_id = s.id and d.status = 'ACTIVE') > 1
        and exists (select 1 from duplicate_member m join demand d on d.id = m.demand_id
             where m.set_id = s.id and d.status = 'ACTIVE' and %s)
      """;
  private static final String MEMBERS =
      """
      select m.set_id, d.id, d.unique_number, coalesce(d.legal_name, p.given_name || ' ' || p.surname) as name, p.birth_date, d.city,
             k.name as desk_name, d.initial_deposit_date, (%s) as seen
      from duplicate_member m
      join demand d on d.id = m.demand_id and d.status = 'ACTIVE'
      join household_member p on p.demand_id = d.id and p.role = 'APPLICANT'
      join registration_desk k on k.id = d.desk_id
      where m.set_id = any(:sets) order by d.initial_deposit_date, d.id
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public DuplicateSetReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The open sets with a demand in scope, likeliest first.
   *
   * @param reason only those for which this speaks; null: all
   */
  public DuplicateSetPage list(LikenessReason reason, Scope scope, int offset, int limit) {
    return read(null, reason, scope, offset, limit);
  }

  /** An open set with a demand in scope; empty when there is none for this caller. */
  public Optional<DuplicateSetRow> find(long set, Scope scope) {
    return read(set, null, scope, 0, 1).rows().stream().findFirst();
  }

  /** Where the list goes on after a set, whether or not that one is still open; empty: nowhere. */
  public Optional<Long> next(long after, Scope scope) {
    Scope.Condition seen = scope.on("d");
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select s.id "
                        + OPEN_IN_SCOPE.formatted(seen.sql())
                        + " and (-s.likelihood, s.found_at, s.id) > (select -a.likelihood,"
                        + " a.found_at, a.id from duplicate_set a where a.id = :after)"
                        + " order by s.likelihood desc, s.found_at, s.id limit 1")
                .bindNull("set", java.sql.Types.BIGINT)
                .bindNull("reason", java.sql.Types.VARCHAR)
                .bind("after", after)
                .bindMap(seen.binds())
                .mapTo(Long.class)
                .findOne());
  }

  private DuplicateSetPage read(
      Long set, LikenessReason reason, Scope scope, int offset, int limit) {
    Scope.Condition seen = scope.on("d");
    long[] total = {0};
    return jdbi.withHandle(
        handle -> {
          List<DuplicateSetRow> bare =
              handle
                  .createQuery(
                      "select s.id, s.departement_code, s.likelihood, s.reasons, s.found_at,"
                          + " count(*) over () as total "
                          + OPEN_IN_SCOPE.formatted(seen.sql())
                          + " order by s.likelihood desc, s.found_at, s.id"
                          + " offset :offset limit :limit")
                  .bind("set", set)
                  .bind("reason", reason == null ? null : reason.name())
                  .bind("offset", offset)
                  .bind("limit", limit)
                  .bindMap(seen.binds())
                  .map(
                      (row, context) -> {
                        total[0] = row.getLong("total");
                        return row(row);
                      })
                  .list();
          return new DuplicateSetPage(withMembers(handle, bare, seen), total[0]);
        });
  }

  private static DuplicateSetRow row(ResultSet row) throws SQLException {
    Instant foundAt = row.getObject("found_at", OffsetDateTime.class).toInstant();
    return new DuplicateSetRow(
        row.getLong("id"),
        row.getString("departement_code"),
        row.getDouble("likelihood"),
        reasons(row),
        foundAt,
        List.of(),
        0);
  }

  private static List<DuplicateSetRow> withMembers(
      Handle handle, List<DuplicateSetRow> sets, Scope.Condition seen) {
    Map<Long, List<DuplicateSetRow.Member>> members = new HashMap<>();
    Map<Long, Integer> hidden = new HashMap<>();
    handle
        .createQuery(MEMBERS.formatted(seen.sql()))
        .bindArray("sets", Long.class, sets.stream().map(DuplicateSetRow::id).toArray())
        .bindMap(seen.binds())
        .map(
            (row, context) -> {
              long set = row.getLong("set_id");
              if (row.getBoolean("seen")) {
                members.computeIfAbsent(set, none -> new ArrayList<>()).add(member(row));
              } else {
                hidden.merge(set, 1, Integer::sum);
              }
              return set;
            })
        .list();
    return sets.stream()
        .map(
            set ->
                new DuplicateSetRow(
                    set.id(),
                    set.departement(),
                    set.likelihood(),
                    set.reasons(),
                    set.foundAt(),
                    members.getOrDefault(set.id(), List.of()),
                    hidden.getOrDefault(set.id(), 0)))
        .toList();
  }

  private static DuplicateSetRow.Member member(ResultSet row) throws SQLException {
    return new DuplicateSetRow.Member(
        row.getLong("id"),
        row.getString("unique_number"),
        row.getString("name"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("city"),
        row.getString("desk_name"),
        row.getObject("initial_deposit_date", LocalDate.class));
  }

  static List<LikenessReason> reasons(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("reasons").getArray())
        .map(LikenessReason::valueOf)
        .toList();
  }
}
