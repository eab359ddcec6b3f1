package fr.toitcommun.persistence.demonstration;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much of everything, in proportion to the number of active demands. The file of 2006: 71,800
 * in Pays de la Loire, shared among its départements as the social stock is (RPLS, 1 January 2024),
 * and 10,200 in Morbihan.
 */
final class Volumes {
  /** Active demands of the file of 2006 (CREHA Ouest). */
  static final int FILE_OF_2006 = 82_000;

  private static final int MORBIHAN_2006 = 10_200;

  /** Active demands for each lease of a year: Pays de la Loire, 2024 (USH). */
  private static final double DEMANDS_PER_LEASE = 6;

  /** Demands cancelled otherwise for each satisfied one: Grand Est, 2021. */
  private static final double OTHERS_PER_LEASE = 57.0 / 37.0;

  static final int YEARS = 2;

  private static final Map<String, Integer> STOCK = new LinkedHashMap<>();

  static {
    STOCK.put("44", 98_734);
    STOCK.put("49", 66_798);
    STOCK.put("53", 16_380);
    STOCK.put("72", 39_548);
    STOCK.put("85", 25_685);
  }

  private final Map<String, Integer> active = new LinkedHashMap<>();
  private final double scale;

  Volumes(int activeDemands) {
    scale = activeDemands / (double) FILE_OF_2006;
    int morbihan = (int) Math.round(activeDemands * (double) MORBIHAN_2006 / FILE_OF_2006);
    int loire = activeDemands - morbihan;
    int stock = STOCK.values().stream().mapToInt(Integer::intValue).sum();
    int given = 0;
    int stockSoFar = 0;
    for (Map.Entry<String, Integer> entry : STOCK.entrySet()) {
      stockSoFar += entry.getValue();
      int upTo = (int) Math.round(loire * (double) stockSoFar / stock);
      active.put(entry.getKey(), upTo - given);
      given = upTo;
    }
    active.put("56", morbihan);
  }

  /** Active demands by département. */
  Map<String, Integer> active() {
    return active;
  }

  /** Of the active demands, those of tenants of social housing (CREHA Ouest, 2006). */
  static double transferShare(String departement) {
    return "56".equals(departement) ? 0.36 : 0.37;
  }

  /** Leases of the years kept. */
  int housed(String departement) {
    return (int) Math.round(active.get(departement) / DEMANDS_PER_LEASE * YEARS);
  }

  /** Demands cancelled for another reason in the years kept. */
  int cancelledOtherwise(String departement) {
    return (int) Math.round(housed(departement) * OTHERS_PER_LEASE);
  }

  /** Vacant dwellings to let. */
  int openVacancies(String departement) {
    return Math.max(12, (int) Math.round(active.get(departement) * 2500.0 / FILE_OF_2006));
  }

  /**
   * Registering desks, at least {@code floor}; a bigger file than that of 2006 has no more of them,
   * because a département has no more codes.
   */
  int desks(boolean morbihan, int floor) {
    return Math.max(floor, (int) Math.round((morbihan ? 20 : 180) * Math.min(1, scale)));
  }

  /** Agents, at least {@code floor}; as few as desks in a bigger file. */
  int agents(boolean morbihan, int floor) {
    return Math.max(floor, (int) Math.round((morbihan ? 123 : 986) * Math.min(1, scale)));
  }

  /** Planted sets of two demands of one person: 0.6 % of the demands are in one. */
  int duplicateSets() {
    int all = active.values().stream().mapToInt(Integer::intValue).sum();
    return Math.max(14, (int) Math.round(all * 0.003));
  }

  /** Planted sets of twins, and as many of homonyms. */
  int lookalikeSets() {
    return Math.max(2, duplicateSets() / 6);
  }
}
