package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.registration.DwellingType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Ranks the applicants of a dwelling: those who wish its municipality and type, whose household
 * fits the type and whose income is under the ceiling of its financing (R.441-1, L.442-12), by
 * seniority. An income not stated keeps nobody out: it is asked for before the commission.
 */
public final class CandidateFinder {
  private static final String FITTING =
      """
       from candidate_wish w %s
       where w.municipality_code = :municipality and w.type_mask & :mask <> 0
         and w.household_size = any(:sizes)
         and (w.annual_income is null
              or w.annual_income <= (cast(:ceilings as int[]))[w.household_category])
      """;
  private static final String PAGE =
      """
      with page as materialized (
        select w.demand_id, w.initial_deposit_date, w.location_rank, w.type_mask, w.household_size,
               w.household_category, w.annual_income
        %s and (w.initial_deposit_date, w.demand_id) > (:afterDate, :afterDemand)
        order by w.initial_deposit_date, w.demand_id limit :limit)
      select page.*, d.unique_number, coalesce(d.legal_name, a.given_name || ' ' || a.surname) as applicant, d.city,
             d.current_tenure, d.main_motive, d.transfer, d.dalo_status, d.maximum_rent,
             (select count(*) from household_member c where c.demand_id = d.id
               and c.role in ('DEPENDANT', 'SHARED_CUSTODY')) + d.expected_children as dependants,
             coalesce(p.open_elsewhere, 0) as open_elsewhere, coalesce(p.refusals, 0) as refusals, p.here
      from page
      join demand d on d.id = page.demand_id
      join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
      left join lateral (
        select count(*) filter (where r.vacancy_id is distinct from :vacancy
                 and r.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL')) as open_elsewhere,
               count(*) filter (where r.status in ('REFUSED', 'LAPSED')) as refusals,
               (array_agg(r.status order by r.id desc) filter (where r.vacancy_id = :vacancy))[1] as here
        from proposal r where r.demand_id = d.id) p on true
      order by page.initial_deposit_date, page.demand_id
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public CandidateFinder(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A page of candidates with the exact total.
   *
   * @param sizes household sizes that fit the type
   * @param departementCode the département of the dwelling
   * @param after where the page begins
   */
  public CandidatePage find(
      CandidateSearch search,
      String departementCode,
      List<Integer> sizes,
      IncomeCeilings ceilings,
      Scope scope,
      CandidatePage.Cursor after,
      int limit) {
    Map<String, Object> binds = new HashMap<>();
    String join = "";
    if (!scope.covers(search.municipalityCode(), departementCode)) {
      Scope.Condition seen = scope.on("s");
      join = "join demand s on s.id = w.demand_id and " + seen.sql();
      binds.putAll(seen.binds());
    }
    String fitting = FITTING.formatted(join);
    return jdbi.withHandle(
        handle -> {
          long total =
              query(handle, "select count(*) " + fitting, search, sizes, ceilings, binds)
                  .mapTo(Long.class)
                  .one();
          long[] rank = {after.rank()};
          List<CandidateRow> rows =
              query(handle, PAGE.formatted(fitting), search, sizes, ceilings, binds)
                  .bind("vacancy", search.vacancyId())
                  .bind("afterDate", after.initialDepositDate())
                  .bind("afterDemand", after.demandId())
                  .bind("limit", limit)
                  .map((row, context) -> candidate(row, ++rank[0], ceilings))
                  .list();
          return new CandidatePage(rows, total, next(rows, total), sizes, ceilings);
        });
  }

  private static CandidatePage.Cursor next(List<CandidateRow> rows, long total) {
    if (rows.isEmpty() || rows.get(rows.size() - 1).rank() >= total) {
      return null;
    }
    CandidateRow last = rows.get(rows.size() - 1);
    return new CandidatePage.Cursor(last.initialDepositDate(), last.demandId(), last.rank());
  }

  private static org.jdbi.v3.core.statement.Query query(
      Handle handle,
      String sql,
      CandidateSearch search,
      List<Integer> sizes,
      IncomeCeilings ceilings,
      Map<String, Object> binds) {
    return handle
        .createQuery(sql)
        .bind("municipality", search.municipalityCode())
        .bind("mask", search.type().bit())
        .bindArray("sizes", Integer.class, sizes)
        .bindArray("ceilings", Integer.class, (Object[]) ceilings.byCategory())
        .bindMap(binds);
  }

  private static CandidateRow candidate(ResultSet row, long rank, IncomeCeilings ceilings)
      throws SQLException {
    int category = row.getInt("household_category");
    Integer income = row.getObject("annual_income", Integer.class);
    int mask = row.getInt("type_mask");
    return new CandidateRow(
        rank,
        row.getLong("demand_id"),
        row.getString("unique_number"),
        row.getString("applicant"),
        row.getString("city"),
        row.getObject("initial_deposit_date", LocalDate.class),
        row.getInt("location_rank"),
        Arrays.stream(DwellingType.values()).filter(type -> (mask & type.bit()) != 0).toList(),
        row.getInt("household_size"),
        category,
        row.getInt("dependants"),
        income,
        ceilings.of(category),
        income == null ? null : ceilings.percentOf(category, income),
        row.getString("current_tenure"),
        row.getString("main_motive"),
        row.getBoolean("transfer"),
        row.getString("dalo_status"),
        row.getObject("maximum_rent", Integer.class),
        row.getInt("open_elsewhere"),
        row.getInt("refusals"),
        row.getString("here"));
  }
}
