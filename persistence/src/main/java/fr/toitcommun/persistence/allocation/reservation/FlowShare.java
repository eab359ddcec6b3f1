package fr.toitcommun.persistence.allocation.reservation;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where a holder stands in the flow of the year so far.
 *
 * @param quota contingent of the agreement (code list QUOTA)
 * @param percent of the flow that was agreed; null: identified dwellings only
 * @param agentsPercent of it, for agents of the State (R.441-5-2)
 * @param designationDays days to designate
 * @param flow dwellings of the year so far that count in the flow, on the holder's territory
 * @param offered how many of them it was offered
 * @param agentsOffered how many of these for agents of the State
 * @param identified whether the dwelling in question is one of its identified ones
 */
public record FlowShare(
    long agreementId,
    long holderId,
    String holder,
    PartnerKind kind,
    String quota,
    BigDecimal percent,
    BigDecimal agentsPercent,
    int designationDays,
    long flow,
    long offered,
    long agentsOffered,
    boolean identified) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Percent of the flow that it has had so far, to one decimal; 0 when nothing has flowed. */
  public BigDecimal share() {
    return flow == 0
        ? BigDecimal.ZERO.setScale(1)
        : BigDecimal.valueOf(offered * 100)
            .divide(BigDecimal.valueOf(flow), 1, RoundingMode.HALF_UP);
  }

  /** Dwellings that it lacks once one more flows; negative when it is ahead. */
  public BigDecimal behind() {
    return lacking(percent, offered);
  }

  /** The same of the part for agents of the State. */
  BigDecimal agentsBehind() {
    return lacking(agentsPercent, agentsOffered);
  }

  private BigDecimal lacking(BigDecimal agreed, long had) {
    return agreed == null
        ? BigDecimal.valueOf(-had)
        : agreed
            .multiply(BigDecimal.valueOf(flow + 1))
            .divide(HUNDRED, 4, RoundingMode.HALF_UP)
            .subtract(BigDecimal.valueOf(had));
  }
}
