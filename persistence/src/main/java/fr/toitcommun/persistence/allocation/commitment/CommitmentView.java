package fr.toitcommun.persistence.allocation.commitment;

import java.util.List;

/**
 * Commitments and proposals per satisfied demand of a year, as the caller may see them.
 *
 * @param year civil year of signature
 * @param years those that may be asked for, latest first
 * @param landlord whose leases alone; null: all of the territory
 * @param epci SIREN of the EPCI; null: all
 * @param leases leases signed; null: too few to be told (secrecy)
 * @param counters every goal; those too small to be told are left out
 * @param rows the same told apart; empty when the caller sees totals only
 * @param rowsAre by what rows are told apart
 * @param masked whether something was left out for secrecy
 */
public record CommitmentView(
    int year,
    List<Integer> years,
    String landlord,
    String epci,
    Long leases,
    List<Counter> counters,
    List<Row> rows,
    RowsAre rowsAre,
    boolean masked) {

  /** By what rows are told apart. */
  public enum RowsAre {
    LANDLORDS,
    TERRITORIES
  }

  /** A landlord's or a territory's counters. */
  public record Row(String name, long leases, List<Counter> counters) {}

  /**
   * Proposals per satisfied demand.
   *
   * @param whole of all; null: too few to be told
   */
  public record Efforts(
      int year,
      List<Integer> years,
      Effort whole,
      List<Effort> byYear,
      List<Effort> byLandlord,
      List<Effort> byMunicipality,
      boolean masked) {}

  /** A choice of the page. */
  public record Choice(String code, String name) {}
}
