package fr.toitcommun.persistence.allocation.reservation;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An agreement in a list, with its balance of a year.
 *
 * @param percent share of the flow; null: identified dwellings only
 * @param agentsPercent of it, for agents of the State
 * @param identified how many dwellings are reserved one by one
 * @param validTo last day; null: open
 */
public record AgreementRow(
    long id,
    int version,
    long landlordId,
    String landlord,
    long holderId,
    String holder,
    PartnerKind holderKind,
    String departementCode,
    String quota,
    BigDecimal percent,
    BigDecimal agentsPercent,
    int designationDays,
    LocalDate signedOn,
    LocalDate validFrom,
    LocalDate validTo,
    int identified,
    Balance balance) {}
