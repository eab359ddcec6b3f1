package fr.toitcommun.persistence.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * At whose disposal a vacancy was put (R.441-5).
 *
 * @param holderId the reservation holder
 * @param quota contingent it was offered under (code list QUOTA)
 * @param identified one of the holder's identified dwellings, outside the flow
 * @param share percent of the flow that the holder had had until then; null for an identified
 *     dwelling
 * @param agreed percent of the flow that was agreed; null for an identified dwelling
 * @param reason why it was not left to the rule; null: it was
 * @param deadline last day to designate
 * @param state as stored: a deadline may have passed since
 */
public record VacancyOffer(
    long agreementId,
    long holderId,
    String holder,
    String quota,
    boolean identified,
    BigDecimal share,
    BigDecimal agreed,
    String reason,
    LocalDate offeredOn,
    LocalDate deadline,
    DesignationState state) {

  /** Whether it is at a holder's disposal on that day: not any more once it fell back (R.441-5). */
  public boolean isAtDisposalOf(long partnerId, LocalDate day) {
    return holderId == partnerId && on(day) != DesignationState.LAPSED;
  }

  /** Where the designation stands on that day: without one, the dwelling falls back by itself. */
  public DesignationState on(LocalDate day) {
    return state == DesignationState.AWAITED && deadline.isBefore(day)
        ? DesignationState.LAPSED
        : state;
  }
}
