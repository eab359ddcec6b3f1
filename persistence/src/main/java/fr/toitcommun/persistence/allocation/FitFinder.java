package fr.toitcommun.persistence.allocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Compares a demand with all open vacancies where it could live, in one statement: which fit, the
 * best first, and for each other one what fails and by how much, those that nearly fit first.
 */
public final class FitFinder {
  private static final String COMPARED =
      """
      with demand_asked as materialized (
        select d.*, coalesce(array_agg(t.dwelling_type) filter (where t.dwelling_type is not null), '{}') as types
        from demand d left join wished_type t on t.demand_id = d.id where d.id = :demand group by d.id),
      wish as materialized (
        select l.municipality_code, min(l.rank) as rank, m.epci_siren, m.latitude, m.longitude
        from wished_location l join municipality m on m.code = l.municipality_code
        where l.demand_id = :demand group by l.municipality_code, m.epci_siren, m.latitude, m.longitude),
      place as materialized (
        select m.code, near.rank, near.km, near.in_epci
        from municipality m cross join lateral (
          select min(w.rank) filter (where w.municipality_code = m.code) as rank,
                 coalesce(bool_or(w.epci_siren = m.epci_siren), false) as in_epci,
                 round(min(kilometres(w.latitude, w.longitude, m.latitude, m.longitude)))::int as km from wish w) near
        join demand_asked d on d.departement_code = m.departement_code
        where near.rank is not null or near.in_epci or d.accepts_other_locations),
      size as materialized (
        select g.type, array_agg(g.persons) as persons, min(g.persons) as least, max(g.persons) as most
        from unnest(cast(:gridTypes as text[]), cast(:gridSizes as int[])) as g(type, persons) group by g.type),
      ceiling as materialized (
        select c.scheme, c.amount from unnest(cast(:schemes as text[]), cast(:amounts as int[])) as c(scheme, amount)),
      measured as (
        select v.id, v.available_from, p.rank, p.km, o.floor, o.lift, o.wheelchair, o.category, o.dwelling_type,
               o.scheme, o.main_rent + o.charges as rent, c.amount as ceiling,
               (p.rank is not null or d.accepts_other_locations and (p.in_epci or p.km <= :otherKm)) as at_place,
               o.dwelling_type = any(d.types) as of_type,
               d.household_size = any(s.persons) as of_size,
               case when d.household_size > s.most then d.household_size - s.most
                    else d.household_size - s.least end as size_gap,
               coalesce(d.annual_income <= c.amount, true) as affordable,
               d.annual_income - c.amount as income_gap,
               not (d.needs_adapted_dwelling and not o.wheelchair)
                 and not (not d.accepts_ground_floor and o.floor = 0)
                 and not (not d.accepts_no_lift and not o.lift and coalesce(o.floor, 0) > 0) as accessible,
               d.sought_category not in ('A', 'M') or d.sought_category = o.category as of_category,
               coalesce(o.main_rent + o.charges <= d.maximum_rent, true) as payable,
               o.main_rent + o.charges - d.maximum_rent as rent_gap,
               d.types, d.household_size, d.annual_income, d.needs_adapted_dwelling, d.accepts_ground_floor,
               d.sought_category, d.maximum_rent
        from vacancy v join dwelling o on o.id = v.dwelling_id
        join place p on p.code = o.municipality_code cross join demand_asked d
        left join size s on s.type = o.dwelling_type left join ceiling c on c.scheme = o.scheme
        where v.status = 'OPEN'),
      judged as (
        select m.*, at_place and of_type and coalesce(of_size, false) and affordable and accessible and of_category
                 and payable as fits,
               at_place::int + of_type::int + coalesce(of_size, false)::int + affordable::int + accessible::int
                 + of_category::int + payable::int as met
        from measured m),
      ordered as (
        select j.*, count(*) over (partition by fits) as alike,
               row_number() over (partition by fits order by met desc, rank nulls last, km,
                 coalesce(rent_gap, 0) > 0, abs(coalesce(size_gap, 0)), available_from, id) as place_in_list
        from judged j)
      select * from ordered where place_in_list <= :limit order by fits desc, place_in_list
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public FitFinder(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What dwellings are measured by.
   *
   * @param sizesByType household sizes that fit each type of dwelling
   * @param ceilings income ceiling of this household by financing, euros a year
   * @param otherKm how far from a wish who accepts other places may be housed, kilometres
   */
  public record Yardstick(
      Map<String, List<Integer>> sizesByType, Map<String, Integer> ceilings, int otherKm) {}

  /**
   * What was found.
   *
   * @param fits how each vacancy fits, the best first
   * @param fitting how many fit in all
   * @param total how many were compared
   */
  public record Found(Map<Long, Fit> fits, long fitting, long total) {}

  /**
   * Compares.
   *
   * @param limit how many of those that fit are given, and of those that do not
   */
  public Found find(long demandId, Yardstick yardstick, int limit) {
    return jdbi.withHandle(handle -> find(handle, demandId, yardstick, limit));
  }

  private static Found find(Handle handle, long demandId, Yardstick yardstick, int limit) {
    List<String> types = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    yardstick
        .sizesByType()
        .forEach(
            (type, fitting) ->
                fitting.forEach(
                    size -> {
                      types.add(type);
                      sizes.add(size);
                    }));
    Map<Long, Fit> fits = new LinkedHashMap<>();
    long[] counts = {0, 0};
    handle
        .createQuery(COMPARED)
        .bind("demand", demandId)
        .bindArray("gridTypes", String.class, types)
        .bindArray("gridSizes", Integer.class, sizes)
        .bindArray("schemes", String.class, List.copyOf(yardstick.ceilings().keySet()))
        .bindArray("amounts", Integer.class, List.copyOf(yardstick.ceilings().values()))
        .bind("otherKm", yardstick.otherKm())
        .bind("limit", limit)
        .map(
            (row, context) -> {
              counts[row.getBoolean("fits") ? 0 : 1] = row.getLong("alike");
              fits.put(row.getLong("id"), fit(row, yardstick));
              return row.getLong("id");
            })
        .list();
    return new Found(fits, counts[0], counts[0] + counts[1]);
  }

  private static Fit fit(ResultSet row, Yardstick yardstick) throws SQLException {
    String type = row.getString("dwelling_type");
    Integer income = row.getObject("annual_income", Integer.class);
    Integer floor = row.getObject("floor", Integer.class);
    Integer maximum = row.getObject("maximum_rent", Integer.class);
    Integer choice = row.getObject("rank", Integer.class);
    boolean needs = row.getBoolean("needs_adapted_dwelling");
    String access =
        needs && !row.getBoolean("wheelchair")
            ? "WHEELCHAIR"
            : floor != null && floor == 0 && !row.getBoolean("accepts_ground_floor")
                ? "GROUND_FLOOR"
                : "NO_LIFT";
    return new Fit(
        List.of(
            criterion(
                row,
                Fit.Kind.LOCATION,
                "at_place",
                null,
                choice == null ? "0" : choice.toString(),
                choice == null ? row.getObject("km", Integer.class) : null),
            criterion(
                row,
                Fit.Kind.TYPE,
                "of_type",
                type,
                String.join(", ", (String[]) row.getArray("types").getArray()),
                null),
            criterion(
                row,
                Fit.Kind.SIZE,
                "of_size",
                String.valueOf(yardstick.sizesByType().getOrDefault(type, List.of())),
                row.getString("household_size"),
                row.getBoolean("of_size") ? null : row.getObject("size_gap", Integer.class)),
            criterion(
                row,
                Fit.Kind.INCOME,
                "affordable",
                row.getString("ceiling"),
                income == null ? null : income.toString(),
                row.getBoolean("affordable") ? null : row.getObject("income_gap", Integer.class)),
            criterion(row, Fit.Kind.ACCESS, "accessible", access, null, null),
            criterion(
                row,
                Fit.Kind.CATEGORY,
                "of_category",
                row.getString("category"),
                row.getString("sought_category"),
                null),
            criterion(
                row,
                Fit.Kind.RENT,
                "payable",
                row.getString("rent"),
                maximum == null ? null : maximum.toString(),
                row.getBoolean("payable") ? null : row.getObject("rent_gap", Integer.class))));
  }

  private static Fit.Criterion criterion(
      ResultSet row, Fit.Kind kind, String met, String asked, String given, Integer gap)
      throws SQLException {
    boolean isMet = row.getBoolean(met);
    // Nothing was asked for where nothing fails.
    String told = kind == Fit.Kind.ACCESS && isMet ? null : asked;
    return new Fit.Criterion(kind, isMet, told, given, gap);
  }
}
