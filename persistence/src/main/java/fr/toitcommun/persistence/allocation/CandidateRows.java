package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.allocation.scoring.Scores;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import fr.toitcommun.persistence.installation.OneOrMany;
import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Keeps true what candidates are searched and ranked by: the scores of a demand, and its row for
 * each wished municipality and for each EPCI of these. One statement for one demand and for the
 * whole file alike (ADR 0019).
 */
public final class CandidateRows {
  // What the method puts first, then days of deposit: one number, least first.
  private static final String RANK =
      "(case coalesce(e.method, t.method, 'SENIORITY') "
          + Arrays.stream(ScoringMethod.values())
              .map(method -> "when '" + method + "' then " + method.band())
              .collect(Collectors.joining(" "))
          + " end)::bigint * 1048576 + (d.initial_deposit_date - date '1900-01-01')";
  private static final String SOURCE =
      """
      with chosen as materialized (
        select d.id, d.departement_code, d.initial_deposit_date, d.household_size, d.household_category,
               f.household_kind, d.annual_income, d.resources_per_unit, d.current_tenure, d.main_motive,
               d.priority_grounds, d.eligible_quotas, d.dalo_status, d.collective_agreement,
               {traits} as traits,
               (select bit_or(case t.dwelling_type {bits} else 0 end) from wished_type t where t.demand_id = d.id) as mask
        from demand d join demand_fact f on f.demand_id = d.id where d.status = 'ACTIVE' {which}),
      workplace as materialized (
        select p.demand_id, p.epci_siren, p.latitude, p.longitude
        from demand_workplace p where p.demand_id in (select id from chosen)),
      wished as materialized (
        select l.demand_id, l.municipality_code as place, m.epci_siren, min(l.rank) as rank,
               min(kilometres(w.latitude, w.longitude, m.latitude, m.longitude)) as km,
               bool_or(w.epci_siren = m.epci_siren) as here
        from chosen c join wished_location l on l.demand_id = c.id join municipality m on m.code = l.municipality_code
        left join workplace w on w.demand_id = l.demand_id
        group by l.demand_id, l.municipality_code, m.epci_siren),
      placed as (
        select demand_id, place, epci_siren, rank, km from wished
        union all
        select demand_id, epci_siren, epci_siren, min(rank), case when bool_or(here) then 0 else min(km) end
        from wished where epci_siren is not null group by demand_id, epci_siren),
      grid as materialized (
        select territory_code, method from scoring_grid
        where in_force_from <= :day and (in_force_to is null or in_force_to > :day))
      select d.id, p.place,
             {rank},
             d.initial_deposit_date, p.rank, d.mask, d.household_size, d.household_category, d.household_kind,
             d.annual_income, d.resources_per_unit, d.current_tenure, d.main_motive, d.traits, d.priority_grounds,
             d.eligible_quotas, round(p.km), s.score
      from placed p join chosen d on d.id = p.demand_id
      left join grid e on e.territory_code = p.epci_siren
      left join grid t on t.territory_code = d.departement_code
      left join demand_score s on s.demand_id = d.id and s.territory_code = coalesce(e.territory_code, t.territory_code)
      """
          .replace("{rank}", RANK)
          .replace("{traits}", CandidateTrait.allSql())
          .replace(
              "{bits}",
              Arrays.stream(DwellingType.values())
                  .map(type -> "when '" + type + "' then " + type.bit())
                  .collect(Collectors.joining(" ")));
  // Only what may change while the demand itself does not: its wishes and household stay.
  private static final String RANK_ANEW =
      """
      with grid as materialized (
        select territory_code, method from scoring_grid
        where in_force_from <= :day and (in_force_to is null or in_force_to > :day)),
      now as (
        select w.demand_id, w.place, {rank} as rank_key, s.score, {traits} as traits, d.priority_grounds,
               d.eligible_quotas, d.resources_per_unit
        from candidate_wish w join demand d on d.id = w.demand_id join demand_fact f on f.demand_id = d.id
        left join municipality m on m.code = w.place
        left join grid e on e.territory_code = coalesce(m.epci_siren, w.place)
        left join grid t on t.territory_code = d.departement_code
        left join demand_score s on s.demand_id = d.id and s.territory_code = coalesce(e.territory_code, t.territory_code)
        where w.demand_id = any(:demands))
      update candidate_wish w set rank_key = now.rank_key, score = now.score, traits = now.traits,
        grounds = now.priority_grounds, quotas = now.eligible_quotas, resources_per_unit = now.resources_per_unit
      from now where w.demand_id = now.demand_id and w.place = now.place
        and (w.rank_key, w.score, w.traits, w.grounds, w.quotas, w.resources_per_unit) is distinct from
          (now.rank_key, now.score, now.traits, now.priority_grounds, now.eligible_quotas, now.resources_per_unit)
      """
          .replace("{rank}", RANK)
          .replace("{traits}", CandidateTrait.allSql());
  private static final String COLUMNS =
      "(demand_id, place, rank_key, initial_deposit_date, location_rank, type_mask, household_size,"
          + " household_category, household_kind, annual_income, resources_per_unit, tenure,"
          + " motive, traits, grounds, quotas, works_km, score)";
  private static final String LACKING =
      "and d.id = any(:demands) and not exists (select 1 from candidate_wish x where x.demand_id ="
          + " d.id)";
  private static final String INSERT = "insert into candidate_wish " + COLUMNS + " ";

  private CandidateRows() {}

  /** Writes those of a demand just stored, or changed after {@link #remove}. */
  public static void write(Handle handle, long demandId, LocalDate day) {
    Scores.keep(handle, List.of(demandId), day);
    OneOrMany.update(
            handle,
            INSERT + SOURCE.replace("{which}", "and d.id = any(:demands)"),
            List.of(demandId))
        .bind("day", day)
        .execute();
  }

  /**
   * Scores these demands anew and ranks them by it; a row that stays as it is is not written, those
   * taken away are written anew.
   */
  public static void refresh(Handle handle, Collection<Long> demands, LocalDate day) {
    Scores.keepAnew(handle, demands, day);
    OneOrMany.update(handle, RANK_ANEW, demands).bind("day", day).execute();
    OneOrMany.update(handle, INSERT + SOURCE.replace("{which}", LACKING), demands)
        .bind("day", day)
        .execute();
  }

  /** Writes those of the whole file, of which there are none yet. */
  public static void writeAll(Handle handle, LocalDate day) {
    Scores.keepAll(handle, day);
    handle.createUpdate(INSERT + SOURCE.replace("{which}", "")).bind("day", day).execute();
  }

  /** Takes demands out of the search of candidates. */
  public static void remove(Handle handle, Collection<Long> demands) {
    Scores.remove(handle, demands);
    OneOrMany.update(handle, "delete from candidate_wish where demand_id = any(:demands)", demands)
        .execute();
  }

  /** Sweeps what many changes left behind; outside any transaction. */
  public static void tidy(Handle handle) {
    handle.execute("vacuum (analyze) candidate_wish");
    handle.execute("vacuum (analyze) demand_score");
  }
}
