package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A candidate for a dwelling: where it stands and why it is in the list.
 *
 * @param rank 1 for the first by the territory's method among those who fit
 * @param locationRank which of their choices this municipality is; of an EPCI their best one in it
 * @param wished INSEE code of that choice
 * @param otherPlace whether that choice is another place than those searched for, which they accept
 * @param types types they asked for
 * @param annualIncome euros a year; null when not stated, to be asked for
 * @param ceiling income ceiling of this dwelling for their category, euros a year
 * @param incomePercent share of that ceiling, percent; null when income is not stated
 * @param resourcesPerUnit euros a year per consumption unit; null when not known
 * @param firstQuartile whether that is within the first quartile (L.441-1); null when not known
 * @param grounds certified grounds of L.441-1 in force, as names of {@link PriorityGround}; {@link
 *     #PROTECTED} for those of health or violence that the reader may not be told
 * @param worksKm from the nearest place of work, kilometres; null when none is told
 * @param score points counted; null where no grid is in force
 * @param scoreIfProven points, were what is only declared proven
 * @param scoreLines what makes the score up
 * @param openProposals proposals under way for them, this dwelling's not counted
 * @param openSince when the latest of those was made
 * @param pastRefusals proposals they refused or did not answer
 * @param lastRefusal when the latest of those ended
 * @param proposalHere where the proposal of this dwelling to them stands; null when there is none
 */
public record CandidateRow(
    long rank,
    long demandId,
    String uniqueNumber,
    String applicant,
    String city,
    LocalDate initialDepositDate,
    int locationRank,
    String wished,
    boolean otherPlace,
    List<DwellingType> types,
    int householdSize,
    int householdCategory,
    HouseholdKind householdKind,
    int dependants,
    Integer annualIncome,
    int ceiling,
    Integer incomePercent,
    Integer resourcesPerUnit,
    Boolean firstQuartile,
    String currentTenure,
    String mainMotive,
    boolean transfer,
    boolean needsAdapted,
    boolean abnormalDelay,
    String daloStatus,
    String collectiveAgreement,
    List<String> grounds,
    Integer worksKm,
    Integer maximumRent,
    Integer score,
    Integer scoreIfProven,
    List<ScoreLine> scoreLines,
    int openProposals,
    LocalDate openSince,
    int pastRefusals,
    LocalDate lastRefusal,
    String proposalHere) {

  /** Stands for what tells of health or violence, to those who may not know. */
  public static final String PROTECTED = "PROTECTED";

  /** What counted for or against them, or would once proven. */
  public List<ScoreLine> countedLines() {
    return scoreLines.stream()
        .filter(line -> line.points() != 0 || line.pointsIfProven() != 0)
        .toList();
  }

  /**
   * The grounds of a stored set, by name.
   *
   * @param secretsTold whether the reader may know of health and violence
   */
  static List<String> grounds(int bits, boolean secretsTold) {
    return Arrays.stream(PriorityGround.values())
        .filter(ground -> (bits & ground.bit()) != 0)
        .map(ground -> secretsTold || !ground.sensitive() ? ground.name() : PROTECTED)
        .distinct()
        .toList();
  }
}
