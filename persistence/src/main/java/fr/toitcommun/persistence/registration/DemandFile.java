package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.journal.Nominative;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The whole file of one demand, as an agent opens it.
 *
 * @param version the version read, to state when changing it
 * @param expired active, but past its validity: renew or it will be cancelled (R.441-2-8 e)
 * @param cancelledForNonRenewalOn when it may be cancelled if it is not renewed: thirteen months
 *     after its period began, and never within the month after its notice (L.441-2-1)
 * @param reinstatableUntil last day to take a cancelled demand up again; null when not possible
 * @param abnormalDelayFrom day from which the mediation commission may be seized (L.441-1-4)
 * @param abnormalDelayAssumed whether that delay is an assumption to configure
 * @param incomePercent share of the PLUS ceiling in percent; null when income is not stated
 * @param bodyOrdinal which of its body's demands in the département it is; null when a natural
 *     person asks
 * @param complete nothing that the form asks for is missing
 * @param missing what the form asks for and nobody said yet; empty when complete
 * @param doubts what is odd about it today; somebody confirmed it when it was stored
 * @param form the demand laid out as its form
 * @param events the latest of what happened, latest first
 * @param eventCount how many events there are in all
 * @param proposals proposals, latest first; those of other landlords as events only
 */
public record DemandFile(
    long id,
    int version,
    String uniqueNumber,
    String departementCode,
    DemandStatus status,
    LocalDate initialDepositDate,
    LocalDate lastRenewalDate,
    LocalDate validUntil,
    boolean expired,
    LocalDate cancelledForNonRenewalOn,
    CancellationReason cancellationReason,
    String cancellationSubReason,
    LocalDate cancelledOn,
    LocalDate reinstatableUntil,
    LocalDate abnormalDelayFrom,
    boolean abnormalDelayAssumed,
    String deskCode,
    String deskName,
    String deskPartner,
    int householdSize,
    int householdCategory,
    Integer annualIncome,
    Integer incomePercent,
    boolean transfer,
    String daloStatus,
    Integer bodyOrdinal,
    boolean complete,
    List<Fault> missing,
    List<Fault> doubts,
    DemandForm form,
    List<Event> events,
    long eventCount,
    List<ProposalTrace> proposals)
    implements Nominative {

  /**
   * An event of its history.
   *
   * @param agent name of the agent; null for a job
   * @param changes fields changed, empty when none
   */
  public record Event(
      DemandEventKind kind,
      Instant occurredAt,
      LocalDate effectiveOn,
      String agent,
      String partner,
      WordOf wordOf,
      String detail,
      List<FieldChange> changes) {}

  /**
   * A proposal as others may see it: that it is under way or how it ended, not its file.
   *
   * @param status before a commission until its session is closed, for whoever does not work on it
   * @param replyDeadline last day to answer; null: no delay runs, or it is before a commission
   * @param refusalMotive an event that everyone shares (R.441-2-15); what was said besides is not
   * @param mine whether it is the caller's own; only then identities are given
   */
  public record ProposalTrace(
      Long proposalId,
      Long vacancyId,
      String landlord,
      String municipality,
      String dwellingType,
      String status,
      LocalDate madeOn,
      LocalDate replyDeadline,
      String refusalMotive,
      boolean mine) {}

  /** So many of the latest events. */
  public List<Event> latestEvents(int most) {
    return events.subList(0, Math.min(most, events.size()));
  }

  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }
}
