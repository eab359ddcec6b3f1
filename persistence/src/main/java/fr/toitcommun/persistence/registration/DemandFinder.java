package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.partner.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Finds demands by number, by name (accents, case, order and small errors forgiven) or birth date.
 */
public final class DemandFinder {
  private static final String COLUMNS =
      """
      select d.unique_number, d.status, coalesce(d.legal_name, a.given_name || ' ' || a.surname) as applicant, a.birth_name,
             a.birth_date, d.city, d.household_size, d.initial_deposit_date, d.valid_until,
             d.cancellation_reason, d.cancelled_on, k.name as desk_name,
             (select string_agg(c.given_name || ' ' || c.surname, ', ' order by c.position)
              from household_member c
              where c.demand_id = d.id and c.role = 'CO_APPLICANT') as co_applicants,
             array(select t.dwelling_type from wished_type t where t.demand_id = d.id order by 1) as types,
             (select m.name from wished_location l join municipality m on m.code = l.municipality_code
              where l.demand_id = d.id and l.rank = 1) as first_municipality
      """;
  private static final String JOINS =
      """
       join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
       join registration_desk k on k.id = d.desk_id
      """;

  // Said to the connection, because the operator <% knows no other place. Measured: one error in a
  // surname typed alone is forgiven at 0.45, one in a surname beside a given name at 0.5; less
  // finds strangers, and takes longer.
  private static final String LIKE_ENOUGH =
      "select set_config('pg_trgm.word_similarity_threshold', ?, false)";
  private static final String LIKE_ONE_WORD = "0.45";
  private static final String LIKE_SEVERAL_WORDS = "0.5";

  private final Jdbi jdbi;

  /** Reads from this database. */
  public DemandFinder(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The demands that answer a query, likeliest first; active before cancelled.
   *
   * @param scope what the caller may see
   * @param offset how many to pass over
   * @param limit most to return
   */
  public DemandPage find(DemandQuery query, Scope scope, int offset, int limit) {
    Scope.Condition seen = scope.on("d");
    Map<String, Object> binds = new HashMap<>(seen.binds());
    String matches;
    String likeness = "1.0";
    if (query.uniqueNumber() != null) {
      matches = "select surviving_demand(:number) as demand_id";
      binds.put("number", query.uniqueNumber());
    } else if (query.nameKey().isEmpty()) {
      matches = "select demand_id from person_name where birth_date = :born";
      binds.put("born", query.birthDate());
    } else {
      // The typed name is looked for within the name borne: its words may stand in another order,
      // and a single one may stand for the whole.
      matches =
          "select demand_id, name_key from person_name where :name <% name_key"
              + (query.birthDate() == null ? "" : " and birth_date = :born");
      likeness = "max(word_similarity(:name, name_key) + similarity(name_key, :name) / 100)";
      binds.put("name", query.nameKey());
      if (query.birthDate() != null) {
        binds.put("born", query.birthDate());
      }
    }
    return page(matches, likeness, seen.sql(), binds, offset, limit);
  }

  /** Likeness is reckoned of the demands in scope alone. */
  private DemandPage page(
      String matches,
      String likeness,
      String seen,
      Map<String, Object> binds,
      int offset,
      int limit) {
    String found =
        "with matching as materialized ("
            + matches
            + "), seen as materialized ("
            + " select d.id, "
            + likeness
            + " as likeness, count(*) over () as total"
            + " from matching join demand d on d.id = matching.demand_id where "
            + seen
            + " group by d.id order by d.status, likeness desc, d.initial_deposit_date, d.id"
            + " offset :offset limit :limit) ";
    String sql =
        found
            + COLUMNS
            + ", seen.total from seen join demand d on d.id = seen.id"
            + JOINS
            + " order by d.status, seen.likeness desc, d.initial_deposit_date, d.id";
    long[] total = {0};
    List<DemandSummary> rows =
        jdbi.withHandle(
            handle -> {
              if (binds.containsKey("name")) {
                boolean oneWord = binds.get("name").toString().indexOf(' ') < 0;
                handle.execute(LIKE_ENOUGH, oneWord ? LIKE_ONE_WORD : LIKE_SEVERAL_WORDS);
              }
              Query query = handle.createQuery(sql).bind("offset", offset).bind("limit", limit);
              return query
                  .bindMap(binds)
                  .map(
                      (row, context) -> {
                        total[0] = row.getLong("total");
                        return summary(row, context);
                      })
                  .list();
            });
    return new DemandPage(rows, total[0]);
  }

  private static DemandSummary summary(ResultSet row, StatementContext context)
      throws SQLException {
    Array types = row.getArray("types");
    String reason = row.getString("cancellation_reason");
    return new DemandSummary(
        row.getString("unique_number"),
        DemandStatus.valueOf(row.getString("status")),
        row.getString("applicant"),
        row.getString("birth_name"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("co_applicants"),
        row.getString("city"),
        row.getInt("household_size"),
        row.getObject("initial_deposit_date", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        reason == null ? null : CancellationReason.valueOf(reason),
        row.getObject("cancelled_on", LocalDate.class),
        List.of((String[]) types.getArray()),
        row.getString("first_municipality"),
        row.getString("desk_name"));
  }
}
