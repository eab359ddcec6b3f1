package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import java.time.LocalDate;
import java.util.List;

/**
 * How a place ranks its candidates.
 *
 * @param gridId the grid; null where none is in force and seniority decides
 * @param territoryCode whose grid it is; null as well
 * @param gridNumber version of the grid; null as well
 * @param since first day of the grid; null as well
 * @param criteria what the grid counts, in order; without its grounds for who may not know which
 *     one counted
 */
public record Ranking(
    ScoringMethod method,
    Long gridId,
    String territoryCode,
    Integer gridNumber,
    LocalDate since,
    List<ScoringFact> criteria) {
  /** Where no territory decided otherwise. */
  public static final Ranking BY_SENIORITY =
      new Ranking(ScoringMethod.SENIORITY, null, null, null, null, List.of());

  /** The same for who may not know of health and violence: grounds are not told one by one. */
  public Ranking withoutGrounds() {
    return new Ranking(
        method,
        gridId,
        territoryCode,
        gridNumber,
        since,
        criteria.stream().filter(fact -> !fact.ground()).toList());
  }
}
