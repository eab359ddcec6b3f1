package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;

/**
 * A vacant dwelling in a list.
 *
 * @param version of the vacancy, compared when it is changed
 * @param rent main rent, euros a month
 * @param charges euros a month
 * @param accessoryRents garage, garden and the like, euros a month
 * @param energyContribution the tenant's share of energy-saving works, euros a month
 * @param noticeOn the tenant's notice received; null: there was none
 * @param reason code list VACANCY_REASON; null: not stated
 * @param worksUntil last day of works; null: none
 * @param flowExclusion why it does not count in the flow of the agreements (code list
 *     FLOW_EXCLUSION); null: it counts
 * @param withdrawnOn when it ceased to be to let; null: it did not
 * @param withdrawalReason code list VACANCY_WITHDRAWAL
 * @param keptReason why the landlord kept it against the rule; null: it did not
 * @param offer at whose disposal it was put; null: nobody's
 * @param openProposals proposals under way
 * @param sessionId planned session on whose agenda it stands; null: none
 */
public record VacancyRow(
    long vacancyId,
    int version,
    long dwellingId,
    VacancyStatus status,
    long landlordId,
    String landlord,
    String internalReference,
    String stockRegisterId,
    String municipalityCode,
    String municipality,
    String departementCode,
    String address,
    Integer floor,
    boolean lift,
    String category,
    DwellingType type,
    int surface,
    int rent,
    int charges,
    int accessoryRents,
    int energyContribution,
    FundingScheme scheme,
    String energyClass,
    boolean priorityDistrict,
    boolean wheelchair,
    boolean adaptedPlai,
    String quota,
    LocalDate availableFrom,
    LocalDate declaredOn,
    LocalDate noticeOn,
    String reason,
    LocalDate worksUntil,
    String flowExclusion,
    LocalDate withdrawnOn,
    String withdrawalReason,
    String keptReason,
    VacancyOffer offer,
    int openProposals,
    Long sessionId) {

  /** All that the tenant pays, euros a month: rents, contribution and charges. */
  public int totalRent() {
    return rent + accessoryRents + energyContribution + charges;
  }
}
