package fr.toitcommun.persistence.allocation.scoring;

import java.util.List;

/**
 * A grid that counts on some day.
 *
 * @param territoryCode SIREN of an EPCI or code of a département
 * @param criteria in order
 */
public record GridInForce(
    long gridId, String territoryCode, ScoringMethod method, List<ScoringCriterion> criteria) {

  /** Whether it is the grid of a municipality {@code m}: an EPCI's goes first. */
  static final String RULES =
      """
      (m.epci_siren = :territory or (m.departement_code = :territory
        and not exists (select 1 from scoring_grid o where o.territory_code = m.epci_siren and o.in_force_from <= :day
          and (o.in_force_to is null or o.in_force_to > :day))))
      """;

  /** Which active demands it scores, as a condition on {@code d}. */
  static final String CONCERNED =
      """
      d.status = 'ACTIVE' and exists (
        select 1 from wished_location l join municipality m on m.code = l.municipality_code
        where l.demand_id = d.id and {rules})
      """
          .replace("{rules}", RULES);
}
