package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import fr.toitcommun.persistence.reference.QuartileThreshold;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.Municipality;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What searches are measured by on a day: sizes, ceilings, thresholds, and the way of ranking. */
public final class Yardsticks {
  private static final String GRIDS =
      """
      select g.id, g.territory_code, g.number, g.method, g.in_force_from,
             (select coalesce(array_agg(c.fact order by c.position), '{}') from scoring_criterion c where c.grid_id = g.id) as facts
      from scoring_grid g where g.territory_code = any(:territories)
        and g.in_force_from <= :day and (g.in_force_to is null or g.in_force_to > :day)
      """;

  private final Jdbi jdbi;
  private final Reference reference;

  /** Takes them from this database and from its reference data. */
  public Yardsticks(Jdbi jdbi, Reference reference) {
    this.jdbi = jdbi;
    this.reference = reference;
  }

  /**
   * Those of a search. Places of several EPCI are measured by what their département has in common,
   * or the whole file: no EPCI's grid or threshold holds in another one.
   *
   * @param municipalities of all its places, and those around from which who accepts other places
   *     may come
   */
  public CandidateFinder.Yardstick of(
      CandidateSearch search, Collection<Municipality> municipalities, LocalDate day) {
    List<Municipality> own =
        municipalities.stream().filter(one -> isOf(search.places(), one)).toList();
    String departement = own.get(0).departementCode();
    boolean common = own.stream().map(Municipality::epciSiren).distinct().count() > 1;
    String epci = common ? null : own.get(0).epciSiren();
    boolean beyond = own.stream().anyMatch(one -> !one.departementCode().equals(departement));
    List<Ranking> rankings = rankings(municipalities, day);
    return new CandidateFinder.Yardstick(
        reference
            .sizeGrid(beyond ? null : departement, epci, day)
            .sizesFitting(search.type().name()),
        AllocationRules.ceilingsOf(reference, search.scheme(), departement, day),
        new CandidateFilter.Measures(
            AllocationRules.ceilingsOf(reference, FundingScheme.PLAI, departement, day),
            AllocationRules.ceilingsOf(reference, FundingScheme.PLUS, departement, day),
            firstQuartile(epci, day)),
        rankings.size() == 1 ? rankings.get(0) : Ranking.BY_SENIORITY,
        rankings.size() > 1,
        common);
  }

  private static boolean isOf(List<String> places, Municipality one) {
    return places.contains(one.code())
        || places.contains(one.departementCode())
        || one.epciSiren() != null && places.contains(one.epciSiren());
  }

  /**
   * Most resources of the first quartile (L.441-1), euros a year per consumption unit.
   *
   * @param epciSiren the EPCI; null: the national threshold
   */
  private int firstQuartile(String epciSiren, LocalDate day) {
    return reference.firstQuartile(epciSiren, day).map(QuartileThreshold::amount).orElse(0);
  }

  /** How these municipalities rank: one way, where they have a grid in common. */
  private List<Ranking> rankings(Collection<Municipality> municipalities, LocalDate day) {
    List<String> territories =
        municipalities.stream()
            .flatMap(one -> java.util.stream.Stream.of(one.departementCode(), one.epciSiren()))
            .filter(java.util.Objects::nonNull)
            .distinct()
            .toList();
    Map<String, Ranking> grids = new LinkedHashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(GRIDS)
                .bindArray("territories", String.class, territories.toArray())
                .bind("day", day)
                .map(
                    (row, context) ->
                        new Ranking(
                            ScoringMethod.valueOf(row.getString("method")),
                            row.getLong("id"),
                            row.getString("territory_code"),
                            row.getInt("number"),
                            row.getObject("in_force_from", LocalDate.class),
                            java.util.Arrays.stream((String[]) row.getArray("facts").getArray())
                                .map(ScoringFact::valueOf)
                                .toList()))
                .forEach(grid -> grids.put(grid.territoryCode(), grid)));
    return municipalities.stream()
        .map(
            one ->
                grids.getOrDefault(
                    one.epciSiren() == null ? "" : one.epciSiren(),
                    grids.getOrDefault(one.departementCode(), Ranking.BY_SENIORITY)))
        .distinct()
        .toList();
  }
}
