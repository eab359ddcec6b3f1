package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.reference.SizeGrid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Compares a demand with all open vacancies where it could live, in one statement: which fit, the
 * best first, and for each other one what fails and by how much, those that nearly fit first.
 */
public final class FitFinder {
  private static final String COMPARED =
      """
      with asked as materialized (
        select d.*, least(d.household_size, :mostPersons) as fitting_line,
               coalesce(array_agg(t.dwelling_type) filter (where t.dwelling_type is not null), '{}') as types
        from demand d left join wished_type t on t.demand_id = d.id where d.id = :demand group by d.id),
      wish as materialized (
        select l.municipality_code, min(l.rank) as rank, m.epci_siren, m.latitude, m.longitude
        from wished_location l join municipality m on m.code = l.municipality_code
        where l.demand_id = :demand group by l.municipality_code, m.epci_siren, m.latitude, m.longitude),
      place as materialized (
        select m.code, near.rank, near.km,
               near.rank is not null or d.accepts_other_locations and (near.in_epci or near.km <= :otherKm) as met,
               case when m.epci_siren = any(:gridTerritories) then m.epci_siren else '' end as grid
        from municipality m cross join lateral (
          select min(w.rank) filter (where w.municipality_code = m.code) as rank,
                 coalesce(bool_or(w.epci_siren = m.epci_siren), false) as in_epci,
                 round(min(kilometres(w.latitude, w.longitude, m.latitude, m.longitude)))::int as km from wish w) near
        join asked d on d.departement_code = m.departement_code
        where near.rank is not null or near.in_epci or d.accepts_other_locations),
      size as materialized (
        select g.grid, g.type, coalesce(bool_or(g.persons = d.fitting_line), false) as met,
               case when d.fitting_line > max(g.persons) then d.household_size - max(g.persons)
                    else d.household_size - min(g.persons) end as gap
        from unnest(cast(:gridTerritories as text[]), cast(:gridTypes as text[]), cast(:gridSizes as int[]))
          as g(grid, type, persons) cross join asked d group by g.grid, g.type, d.fitting_line, d.household_size),
      ceiling as materialized (
        select c.scheme, c.amount, coalesce(d.annual_income <= c.amount, true) as met
        from unnest(cast(:schemes as text[]), cast(:amounts as int[])) as c(scheme, amount) cross join asked d),
      compared as materialized (
        select v.id, v.available_from, p.rank, p.km, case when s.met then 0 else s.gap end as size_gap,
               o.main_rent + o.charges - d.maximum_rent as rent_gap,
               p.met::int + ((o.dwelling_type = any(d.types))::int * 2) + (coalesce(s.met, false)::int * 4)
                 + (coalesce(c.met, true)::int * 8)
                 + ((not (d.needs_adapted_dwelling and not o.wheelchair)
                     and not (not d.accepts_ground_floor and o.floor = 0)
                     and not (not d.accepts_no_lift and not o.lift and coalesce(o.floor, 0) > 0))::int * 16)
                 + ((d.sought_category not in ('A', 'M') or d.sought_category = o.category)::int * 32)
                 + (coalesce(o.main_rent + o.charges <= d.maximum_rent, true)::int * 64) as met
        from vacancy v join dwelling o on o.id = v.dwelling_id
        join place p on p.code = o.municipality_code cross join asked d
        left join size s on s.type = o.dwelling_type and s.grid = p.grid left join ceiling c on c.scheme = o.scheme
        where v.status = 'OPEN'),
      listed as (
        select f.*, row_number() over () as line from (
          select * from compared where met = 127 order by rank nulls last, km, available_from, id limit :limit) f
        union all
        select o.*, row_number() over () as line from (
          select * from compared where met <> 127
          order by bit_count(met::bit(7)) desc, rank nulls last, km, coalesce(rent_gap, 0) > 0,
            abs(coalesce(size_gap, 0)), available_from, id limit :limit) o)
      select l.*, t.total, t.fitting, o.floor, o.wheelchair, o.category, o.dwelling_type,
             o.main_rent + o.charges as rent, m.epci_siren, c.amount as ceiling, d.annual_income - c.amount as income_gap,
             d.types, d.household_size, d.annual_income, d.needs_adapted_dwelling, d.accepts_ground_floor,
             d.sought_category, d.maximum_rent
      from listed l join vacancy v on v.id = l.id join dwelling o on o.id = v.dwelling_id
      join municipality m on m.code = o.municipality_code cross join asked d
      left join ceiling c on c.scheme = o.scheme
      cross join (select count(*) as total, count(*) filter (where met = 127) as fitting from compared) t
      order by l.met = 127 desc, l.line
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public FitFinder(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What dwellings are measured by.
   *
   * @param common household sizes that fit each type wherever an EPCI has no grid of its own
   * @param ofEpcis the grids of EPCI that have their own
   * @param ceilings income ceiling of this household by financing, euros a year
   * @param otherKm how far from a wish who accepts other places may be housed, kilometres
   */
  public record Yardstick(
      SizeGrid common, List<SizeGrid> ofEpcis, Map<String, Integer> ceilings, int otherKm) {
    private SizeGrid gridOf(String epciSiren) {
      return ofEpcis.stream()
          .filter(grid -> grid.epciSiren().equals(epciSiren))
          .findFirst()
          .orElse(common);
    }
  }

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
    List<String> territories = new ArrayList<>();
    List<String> types = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Stream.concat(Stream.of(yardstick.common()), yardstick.ofEpcis().stream())
        .forEach(
            grid ->
                grid.fits()
                    .forEach(
                        fit -> {
                          territories.add(grid == yardstick.common() ? "" : grid.epciSiren());
                          types.add(fit.dwellingType());
                          sizes.add(fit.persons());
                        }));
    Map<Long, Fit> fits = new LinkedHashMap<>();
    long[] counts = {0, 0};
    handle
        .createQuery(COMPARED)
        .bind("demand", demandId)
        .bindArray("gridTerritories", String.class, territories)
        .bindArray("gridTypes", String.class, types)
        .bindArray("gridSizes", Integer.class, sizes)
        .bindArray("schemes", String.class, List.copyOf(yardstick.ceilings().keySet()))
        .bindArray("amounts", Integer.class, List.copyOf(yardstick.ceilings().values()))
        .bind("mostPersons", SizeGrid.MOST_PERSONS)
        .bind("otherKm", yardstick.otherKm())
        .bind("limit", limit)
        .map(
            (row, context) -> {
              counts[0] = row.getLong("fitting");
              counts[1] = row.getLong("total");
              fits.put(row.getLong("id"), fit(row, yardstick));
              return row.getLong("id");
            })
        .list();
    return new Found(fits, counts[0], counts[1]);
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
                null,
                choice == null ? "0" : choice.toString(),
                choice == null ? row.getObject("km", Integer.class) : null),
            criterion(
                row,
                Fit.Kind.TYPE,
                type,
                String.join(", ", (String[]) row.getArray("types").getArray()),
                null),
            criterion(
                row,
                Fit.Kind.SIZE,
                String.valueOf(yardstick.gridOf(row.getString("epci_siren")).sizesFitting(type)),
                row.getString("household_size"),
                gap(row, Fit.Kind.SIZE, "size_gap")),
            criterion(
                row,
                Fit.Kind.INCOME,
                row.getString("ceiling"),
                income == null ? null : income.toString(),
                gap(row, Fit.Kind.INCOME, "income_gap")),
            criterion(row, Fit.Kind.ACCESS, access, null, null),
            criterion(
                row,
                Fit.Kind.CATEGORY,
                row.getString("category"),
                row.getString("sought_category"),
                null),
            criterion(
                row,
                Fit.Kind.RENT,
                row.getString("rent"),
                maximum == null ? null : maximum.toString(),
                gap(row, Fit.Kind.RENT, "rent_gap"))));
  }

  private static Fit.Criterion criterion(
      ResultSet row, Fit.Kind kind, String asked, String given, Integer gap) throws SQLException {
    boolean met = met(row, kind);
    // Nothing was asked for where nothing fails.
    String told = kind == Fit.Kind.ACCESS && met ? null : asked;
    return new Fit.Criterion(kind, met, told, given, gap);
  }

  private static Integer gap(ResultSet row, Fit.Kind kind, String column) throws SQLException {
    return met(row, kind) ? null : row.getObject(column, Integer.class);
  }

  /** The statement tells what is met as one number, a bit for each kind in their order. */
  private static boolean met(ResultSet row, Fit.Kind kind) throws SQLException {
    return (row.getInt("met") & 1 << kind.ordinal()) != 0;
  }
}
