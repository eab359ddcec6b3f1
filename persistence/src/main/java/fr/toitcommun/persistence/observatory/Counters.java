package fr.toitcommun.persistence.observatory;

import java.util.List;

/**
 * The counters of activity of a territory, counted when asked (domain.md §5.2). Null: not told,
 * since it stands for too few or such a number could be worked out from it (secrecy).
 *
 * @param active demands in the file
 * @param transfers of which from tenants of social housing
 * @param registeredToday by deposit entered today
 * @param registeredThisMonth since the first of the month
 * @param renewedThisMonth renewals since the first of the month
 * @param cancelledThisMonth left the file since the first of the month, leases not counted
 * @param satisfiedThisMonth leases signed since the first of the month
 * @param satisfiedThisYear leases signed since 1 January
 * @param openProposals proposals under way
 * @param byInterMunicipality active demands by EPCI of the first choice, largest first, those not
 *     told last
 * @param elsewhere what is in no EPCI of the territory: with it the lines come to the whole
 */
public record Counters(
    Long active,
    Long transfers,
    Long registeredToday,
    Long registeredThisMonth,
    Long renewedThisMonth,
    Long cancelledThisMonth,
    Long satisfiedThisMonth,
    Long satisfiedThisYear,
    Long openProposals,
    List<ByTerritory> byInterMunicipality,
    ByTerritory elsewhere) {

  /**
   * A line of the table by territory.
   *
   * @param name null: no EPCI
   * @param active demands whose first choice lies there; null: not told
   * @param satisfiedThisYear leases signed there since 1 January; null: not told
   */
  public record ByTerritory(String name, Long active, Long satisfiedThisYear) {}
}
