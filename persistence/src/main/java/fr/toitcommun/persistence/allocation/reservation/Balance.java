package fr.toitcommun.persistence.allocation.reservation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What became of a share of the flow, in a year or a month of it. Dwellings are counted on the day
 * on which they were declared vacant.
 *
 * @param flow dwellings that count in the flow, on the holder's territory
 * @param due what was agreed of them, dwellings to one decimal
 * @param offered of them, put at the holder's disposal
 * @param agents of the offered, for agents of the State
 * @param awaited of the offered, those whose designation is awaited
 * @param designated of the offered, those for which candidates were designated
 * @param lapsed of the offered, those that fell back to the landlord
 * @param let of the offered, those with a lease
 */
public record Balance(
    long flow,
    BigDecimal due,
    long offered,
    long agents,
    long awaited,
    long designated,
    long lapsed,
    long let) {

  /** Percent of the flow that was offered, to one decimal; null when nothing has flowed. */
  public BigDecimal share() {
    return percent(offered);
  }

  /** Percent of the flow that was offered for agents of the State; null when nothing has flowed. */
  public BigDecimal agentsShare() {
    return percent(agents);
  }

  private BigDecimal percent(long part) {
    return flow == 0
        ? null
        : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(flow), 1, RoundingMode.HALF_UP);
  }
}
