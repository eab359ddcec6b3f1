package fr.toitcommun.persistence.observatory;

import java.util.List;

/**
 * The counters of activity of a territory, counted when asked (domain.md §5.2). Numbers of demands
 * of a whole territory name nobody.
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
 * @param byInterMunicipality active demands by EPCI of the first choice, largest first
 */
public record Counters(
    long active,
    long transfers,
    long registeredToday,
    long registeredThisMonth,
    long renewedThisMonth,
    long cancelledThisMonth,
    long satisfiedThisMonth,
    long satisfiedThisYear,
    long openProposals,
    List<ByTerritory> byInterMunicipality) {

  /**
   * A line of the table by territory.
   *
   * @param active demands whose first choice lies there; null: too few to be told, or one that such
   *     a number could be worked out from (secrecy)
   * @param satisfiedThisYear leases signed there since 1 January; null: not told
   */
  public record ByTerritory(String name, Long active, Long satisfiedThisYear) {}
}
