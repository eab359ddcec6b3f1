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
   * Those of a search.
   *
   * @param municipalities of all its places
   */
  public CandidateFinder.Yardstick of(
      CandidateSearch search, Collection<Municipality> municipalities, LocalDate day) {
    Municipality first = municipalities.iterator().next();
    return new CandidateFinder.Yardstick(
        reference.sizeGrid(first, day).sizesFitting(search.type().name()),
        AllocationRules.ceilings(reference, search.scheme(), day),
        new CandidateFilter.Measures(
            AllocationRules.ceilings(reference, FundingScheme.PLAI, day),
            AllocationRules.ceilings(reference, FundingScheme.PLUS, day),
            firstQuartile(first.epciSiren(), day)),
        ranking(municipalities, day));
  }

  /**
   * Most resources of the first quartile (L.441-1), euros a year per consumption unit.
   *
   * @param epciSiren the EPCI; null: the national threshold
   */
  public int firstQuartile(String epciSiren, LocalDate day) {
    return reference.firstQuartile(epciSiren, day).map(QuartileThreshold::amount).orElse(0);
  }

  /** How these municipalities rank, when they all rank by the same grid; else by seniority. */
  public Ranking ranking(Collection<Municipality> municipalities, LocalDate day) {
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
    List<Ranking> all =
        municipalities.stream()
            .map(
                one ->
                    grids.getOrDefault(
                        one.epciSiren() == null ? "" : one.epciSiren(),
                        grids.getOrDefault(one.departementCode(), Ranking.BY_SENIORITY)))
            .distinct()
            .toList();
    return all.size() == 1 ? all.get(0) : Ranking.BY_SENIORITY;
  }
}
