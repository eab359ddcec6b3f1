package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.SizeGrid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Ranks the applicants of a dwelling: those who wish its place and type, whose household fits the
 * type and whose income is under the ceiling of its financing (R.441-1, L.442-12), by the method of
 * the territory. An income not stated keeps nobody out: it is asked for before the commission.
 *
 * <p>One place, municipality or EPCI, is one range of one index, in the order of ranking; several
 * places are read together and each demand is counted once, at its best wish (ADR 0019); so are
 * those who accept other places, when they are asked for.
 */
public final class CandidateFinder {
  // The bit stands in the text: so PostgreSQL knows that the index of this type will do.
  private static final String FITTING =
      """
       from candidate_wish w %s
       where w.place %s and w.type_mask & %d <> 0 and w.household_size = any(cast(:sizes as smallint[]))
         and (w.annual_income is null
              or w.annual_income <= (cast(:ceilings as int[]))[w.household_category])
      """;
  // Each category with its ceiling is a range of the index of tallies, counted without looking at
  // anybody: at a million demands a fifth of the time that reading the index of ranking takes.
  private static final String TALLY =
      """
      select coalesce(sum(t.fitting), 0)
      from unnest(cast(:ceilings as int[])) with ordinality c (ceiling, category) cross join lateral (
        select count(*) as fitting from candidate_wish w where w.place = :place and w.type_mask & %1$d <> 0
          and w.household_category = cast(c.category as smallint)
          and w.household_size = any(cast(:sizes as smallint[])) and w.annual_income <= c.ceiling
        union all
        select count(*) from candidate_wish w where w.place = :place and w.type_mask & %1$d <> 0
          and w.household_category = cast(c.category as smallint)
          and w.household_size = any(cast(:sizes as smallint[])) and w.annual_income is null) t
      """;
  private static final String ONE_PLACE =
      """
      select w.demand_id, w.place, {key} as key %s and ({key}, w.demand_id) > (:afterKey, :afterDemand)
      order by {key}, w.demand_id limit :limit
      """;
  private static final String WHO_ACCEPTS =
      " and (w.place = any(:places) or w.traits & " + CandidateTrait.OTHER_PLACES.bit() + " <> 0)";
  // Places of territories with methods of their own have one order in common, that of seniority.
  private static final String SEVERAL_PLACES =
      """
      select * from (
        select distinct on (w.demand_id) w.demand_id, w.place, {key} as key %s
        order by w.demand_id, {own}w.location_rank, w.place) best
      where (key, demand_id) > (:afterKey, :afterDemand) order by key, demand_id limit :limit
      """;
  private static final String PEOPLE =
      """
      select page.key, w.*, d.unique_number, coalesce(d.legal_name, a.given_name || ' ' || a.surname) as applicant, d.city,
             d.current_tenure, d.main_motive, d.dalo_status, d.collective_agreement, d.maximum_rent,
             l.municipality_code as wished, page.place <> all(:places) as other_place, s.score_if_proven, s.points, s.points_if_proven,
             (select count(*) from household_member c where c.demand_id = d.id
               and c.role in ('DEPENDANT', 'SHARED_CUSTODY')) + d.expected_children as dependants,
             p.open_elsewhere, p.open_since, p.refusals, p.last_refusal, p.here
      from page
      join candidate_wish w on w.demand_id = page.demand_id and w.place = page.place
      join demand d on d.id = page.demand_id
      join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
      left join wished_location l on l.demand_id = d.id and l.rank = w.location_rank
      left join demand_score s on s.demand_id = d.id and s.grid_id = :rankingGrid
      left join lateral (
        select count(*) filter (where elsewhere) as open_elsewhere, max(r.made_on) filter (where elsewhere) as open_since,
               count(*) filter (where refused) as refusals, max(r.closed_on) filter (where refused) as last_refusal,
               (array_agg(r.status order by r.id desc) filter (where r.vacancy_id = :vacancy))[1] as here
        from (select r.*, is_refusal(r) as refused, r.vacancy_id is distinct from :vacancy
                and told_status(r) in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL') as elsewhere
              from proposal r where r.demand_id = d.id) r) p on true
      order by page.key, page.demand_id
      """;

  private final Jdbi jdbi;
  private final boolean secretsTold;

  /**
   * Reads from this database.
   *
   * @param secretsTold whether the reader may know of health and violence
   */
  public CandidateFinder(Jdbi jdbi, boolean secretsTold) {
    this.jdbi = jdbi;
    this.secretsTold = secretsTold;
  }

  /**
   * What a search is measured by.
   *
   * @param sizes household sizes that fit the type, by the grid ({@link SizeGrid#stoodFor})
   * @param ceilings of the dwelling's financing
   * @param filter amounts that filters ask for
   * @param ranking of the places; by seniority where they have none in common
   * @param mixed whether they have none in common because their grids differ
   * @param common whether the places are of several EPCI, so that none of these measures them
   */
  public record Yardstick(
      List<Integer> sizes,
      IncomeCeilings ceilings,
      CandidateFilter.Measures filter,
      Ranking ranking,
      boolean mixed,
      boolean common) {}

  /**
   * A page of candidates with the exact total.
   *
   * @param everyone whether everyone who wishes these places is within the scope
   * @param after where the page begins
   */
  public CandidatePage find(
      CandidateSearch search,
      Yardstick yardstick,
      Scope scope,
      boolean everyone,
      CandidatePage.Cursor after,
      int limit) {
    Search built = new Search(search, yardstick, scope, everyone);
    return jdbi.withHandle(
        handle -> {
          long total = built.on(handle, built.count()).mapTo(Long.class).one();
          long[] rank = {after.rank()};
          long[] key = {0};
          CandidateReading reading = new CandidateReading(yardstick, secretsTold);
          List<CandidateRow> rows =
              built
                  .on(handle, "with page as materialized (" + built.page() + ")" + PEOPLE)
                  .bind("vacancy", search.vacancyId())
                  .bind("rankingGrid", yardstick.ranking().gridId())
                  .bind("afterKey", after.key())
                  .bind("afterDemand", after.demandId())
                  .bind("limit", limit)
                  .map(
                      (row, context) -> {
                        key[0] = row.getLong("key");
                        return reading.row(row, ++rank[0]);
                      })
                  .list();
          return new CandidatePage(
              rows,
              total,
              next(rows, key[0], total),
              yardstick.sizes(),
              yardstick.ceilings(),
              told(yardstick.ranking()),
              yardstick.common());
        });
  }

  /**
   * Some candidates of a search by their numbers, with their rank in it; those who are not in it
   * are left out.
   */
  public List<CandidateRow> these(
      CandidateSearch search,
      Yardstick yardstick,
      Scope scope,
      boolean everyone,
      List<String> uniqueNumbers) {
    Search built = new Search(search, yardstick, scope, everyone);
    CandidateReading reading = new CandidateReading(yardstick, secretsTold);
    return jdbi.withHandle(
        handle ->
            built
                .on(
                    handle,
                    "with fitting as materialized ("
                        + built.page()
                        + "), ranked as materialized (select f.*, row_number() over (order by key,"
                        + " demand_id) as rank from fitting f), page as materialized (select r.*"
                        + " from ranked r join demand n on n.id = r.demand_id where"
                        + " n.unique_number = any(:numbers))"
                        + PEOPLE.replace("page.key, w.*", "page.key, page.rank, w.*"))
                .bind("vacancy", search.vacancyId())
                .bind("rankingGrid", yardstick.ranking().gridId())
                .bind("afterKey", CandidatePage.Cursor.START.key())
                .bind("afterDemand", 0L)
                .bind("limit", Integer.MAX_VALUE)
                .bindArray("numbers", String.class, uniqueNumbers.toArray())
                .map((row, context) -> reading.row(row, row.getLong("rank")))
                .list());
  }

  /** How candidates are ranked, as far as the reader may know. */
  public Ranking told(Ranking ranking) {
    return secretsTold ? ranking : ranking.withoutGrounds();
  }

  private static CandidatePage.Cursor next(List<CandidateRow> rows, long key, long total) {
    if (rows.isEmpty() || rows.get(rows.size() - 1).rank() >= total) {
      return null;
    }
    CandidateRow last = rows.get(rows.size() - 1);
    return new CandidatePage.Cursor(key, last.demandId(), last.rank());
  }

  /** A search in SQL, with what it binds. */
  private static final class Search {
    private final CandidateSearch asked;
    private final Yardstick yardstick;
    private final String fitting;
    private final boolean plain;
    private final Map<String, Object> binds = new HashMap<>();

    Search(CandidateSearch asked, Yardstick yardstick, Scope scope, boolean everyone) {
      this.asked = asked;
      this.yardstick = yardstick;
      String join = "";
      if (!everyone) {
        Scope.Condition seen = scope.on("s");
        join = "join demand s on s.id = w.demand_id and " + seen.sql();
        binds.putAll(seen.binds());
      }
      CandidateFilter.Condition narrowed = asked.filter().condition();
      binds.putAll(narrowed.binds());
      plain = everyone && narrowed.sql().isEmpty() && onePlace();
      fitting =
          FITTING.formatted(
                  join, onePlace() ? "= :place" : "= any(:everywhere)", asked.type().bit())
              + (wider() ? WHO_ACCEPTS : "")
              + narrowed.sql();
    }

    private boolean onePlace() {
      return asked.places().size() == 1 && !wider();
    }

    private boolean wider() {
      return !asked.otherPlaces().isEmpty();
    }

    String count() {
      if (plain) {
        return TALLY.formatted(asked.type().bit());
      }
      return (onePlace() ? "select count(*) " : "select count(distinct w.demand_id) ") + fitting;
    }

    String page() {
      // Grids that differ have only seniority in common: the days of deposit at the end of the key.
      // One place with one ranking is read in the order of its index.
      boolean seniority =
          onePlace() ? yardstick.mixed() : yardstick.ranking().territoryCode() == null;
      String key = seniority ? "w.rank_key & 1048575" : "w.rank_key";
      if (onePlace()) {
        return ONE_PLACE.replace("{key}", key).formatted(fitting);
      }
      return SEVERAL_PLACES
          .replace("{key}", key)
          // Who wishes the place itself is found by that wish.
          .replace("{own}", wider() ? "w.place <> all(:places), " : "")
          .formatted(fitting);
    }

    Query on(Handle handle, String sql) {
      return handle
          .createQuery(sql)
          .bind("place", asked.places().get(0))
          .bindArray("places", String.class, asked.places().toArray())
          .bindArray(
              "everywhere",
              String.class,
              Stream.concat(asked.places().stream(), asked.otherPlaces().stream()).toArray())
          .bindArray("sizes", Integer.class, SizeGrid.stoodFor(yardstick.sizes()))
          .bindArray("ceilings", Integer.class, (Object[]) yardstick.ceilings().byCategory())
          .bindArray("lowest", Integer.class, (Object[]) yardstick.filter().lowest().byCategory())
          .bindArray("usual", Integer.class, (Object[]) yardstick.filter().usual().byCategory())
          .bind("firstQuartile", yardstick.filter().firstQuartile())
          .bindMap(binds);
    }
  }
}
