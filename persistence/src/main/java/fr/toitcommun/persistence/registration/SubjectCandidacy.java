package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A dwelling that was proposed to a person, and all that became of it: who designated them
 * (R.441-5), what the commission decided and why (R.441-3, L.441-2-2), what was said of them and
 * signed with them. It is part of the copy of their data (regulation (EU) 2016/679, art. 15).
 *
 * <p>Who of a commission voted what is no part of it. A vote is what a member thought, not a fact
 * about the person: the commission decides as one, and what it owes the person is its decision with
 * the motives in writing (L.441-2-2). To hand the votes out would lay members open who must judge
 * freely, and art. 15 (4) keeps the copy from adversely affecting others. For the same reason what
 * members said bears no name, names of other candidates are taken out of it, and nothing of a
 * session is told before that session is closed, since until then anything of it may change.
 *
 * @param municipality where the dwelling is
 * @param designatedBy holder of the reservation that designated them; null: the landlord proposed
 * @param channel how they were told
 * @param notifiedOn when they were told; null: not yet, or it is before a commission, whose
 *     decision changes it
 * @param status where it stands; before a commission until its session is closed
 * @param refusalDetail what they said of their refusal; null where it is withheld
 * @param releaseReason why it was released for somebody else's sake or theirs; null: it was not
 * @param decided what the commission decided; null: nothing yet
 * @param said what members said of the dwelling's candidates; empty where it is withheld
 * @param leases the lease that followed, and those that were undone
 * @param withheld what there is of it and this copy does not say
 */
public record SubjectCandidacy(
    String landlord,
    String municipality,
    String dwellingType,
    LocalDate proposedOn,
    String designatedBy,
    Integer designatedRank,
    String channel,
    LocalDate notifiedOn,
    LocalDate replyDeadline,
    LocalDate acceptedOn,
    String status,
    LocalDate closedOn,
    String refusalMotive,
    String refusalDetail,
    String releaseReason,
    Decided decided,
    List<Said> said,
    List<Signed> leases,
    List<SubjectFile.Withheld> withheld) {

  /**
   * What a commission decided.
   *
   * @param decision one of the five of R.441-3
   * @param motives codes: of NON_ALLOCATION_MOTIVE, of CANCELLATION_SUB_REASON for an
   *     inadmissibility; the main one first
   * @param motiveDetail what was added to them; null where it is withheld
   * @param conditionText what was to be supplied; null where it is withheld
   * @param facts what was known of the person when it was decided; null: decided before such facts
   *     were kept
   */
  public record Decided(
      String commission,
      LocalDate heldOn,
      String decision,
      Integer rank,
      List<String> motives,
      String motiveDetail,
      String conditionText,
      LocalDate conditionDeadline,
      LocalDate conditionMetOn,
      FactsOfDecision facts) {}

  /**
   * What the household was known by on the day of a decision; the commission's yearly report counts
   * it (R.441-9 IV), whatever is changed in the demand later.
   *
   * @param consumptionUnits of the household
   * @param resourcesPerUnit euros a year per consumption unit; null: not stated
   * @param quartileThreshold euros a year per consumption unit; null: none was in force
   * @param firstQuartile whether the resources were below it; null: not stated
   * @param inPriorityDistrict whether the dwelling stood in one (QPV)
   * @param priorityGrounds of L.441-1, without those of health or violence where they are withheld
   * @param dalo recognised under the enforceable right to housing
   * @param daysWaited from the deposit to the session
   */
  public record FactsOfDecision(
      BigDecimal consumptionUnits,
      Integer resourcesPerUnit,
      Integer quartileThreshold,
      Boolean firstQuartile,
      boolean inPriorityDistrict,
      List<PriorityGround> priorityGrounds,
      boolean dalo,
      boolean transfer,
      int daysWaited) {}

  /** Something a member said of the candidates of the dwelling. */
  public record Said(Instant at, String words) {}

  /**
   * A lease, with the household as it was counted at signature.
   *
   * @param rent euros a month, charges included
   * @param annualIncome reference tax income, euros; null: not stated
   * @param resourcesPerUnit euros a year per consumption unit; null: not stated
   * @param cancelledOn when the signature was undone; null: it stands
   * @param cancellationWords why, as the manager wrote
   */
  public record Signed(
      LocalDate on,
      int rent,
      String quota,
      String daloStatus,
      String collectiveAgreement,
      Integer householdSize,
      Integer householdCategory,
      Integer annualIncome,
      Integer resourcesPerUnit,
      LocalDate cancelledOn,
      String cancellationWords) {}
}
