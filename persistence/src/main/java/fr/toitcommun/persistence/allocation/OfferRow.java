package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;

/**
 * A dwelling offered to an applicant, as the letter tells it (R.441-10): nothing of who lives there
 * now, nor of the other candidates.
 *
 * @param rent main rent, euros a month
 * @param accessoryRents garage, garden and the like, euros a month
 * @param energyContribution the tenant's share of energy-saving works, euros a month
 * @param charges euros a month
 * @param registered whether it goes by registered letter: the delay counts from its presentation
 * @param replyDeadline last day to answer; null: the delay has not begun
 * @param satOn day of the session that allocated it; null: it goes before a commission yet
 * @param rank what the commission decided; null: alone
 * @param conditionText what the allocation is suspended to; null: nothing, or it was met
 */
public record OfferRow(
    long proposalId,
    String address,
    String municipality,
    DwellingType type,
    int surface,
    Integer floor,
    boolean lift,
    String energyClass,
    int rent,
    int accessoryRents,
    int energyContribution,
    int charges,
    LocalDate availableFrom,
    boolean registered,
    LocalDate replyDeadline,
    LocalDate satOn,
    Integer rank,
    String conditionText,
    LocalDate conditionDeadline) {

  /** All that the tenant pays, euros a month: rents, contribution and charges. */
  public int totalRent() {
    return rent + accessoryRents + energyContribution + charges;
  }
}
