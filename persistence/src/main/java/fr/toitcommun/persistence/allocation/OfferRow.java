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
 * @param acceptedOn when the applicant said yes; null: not yet
 * @param satOn day of the session that allocated it to whoever's turn it is; null: it goes before a
 *     commission yet, or others of better rank precede
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
    LocalDate acceptedOn,
    LocalDate satOn,
    Integer rank,
    String conditionText,
    LocalDate conditionDeadline) {

  /** The same in a letter whose day of sending nobody knows yet: it can tell no last day. */
  public OfferRow notYetSent() {
    return new OfferRow(
        proposalId,
        address,
        municipality,
        type,
        surface,
        floor,
        lift,
        energyClass,
        rent,
        accessoryRents,
        energyContribution,
        charges,
        availableFrom,
        registered,
        null,
        acceptedOn,
        satOn,
        rank,
        conditionText,
        conditionDeadline);
  }

  /** All that the tenant pays, euros a month: rents, contribution and charges. */
  public int totalRent() {
    return rent + accessoryRents + energyContribution + charges;
  }
}
