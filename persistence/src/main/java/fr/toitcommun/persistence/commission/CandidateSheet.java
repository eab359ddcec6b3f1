package fr.toitcommun.persistence.commission;

import java.time.LocalDate;
import java.util.List;

/**
 * What a commission may know of a candidate beyond the table of candidates, to compare them: no
 * health, no identity number, no file of another landlord (R.441-2-6, R.441-3). A ground of
 * priority, or a motive, that tells of health or violence is told without its name.
 *
 * @param score what the grid of the dwelling's territory makes of the demand today; null: it has no
 *     grid, or the demand seeks nothing there
 * @param scoreIfProven the same, were all that is only declared proven
 * @param priority whether a ground of L.441-1 is certified and in force
 * @param grounds codes of PRIORITY_GROUND that may be named
 * @param protectedGround whether there is one that may not
 * @param currentRent euros a month; null: none
 * @param furtherMotives codes of DEMAND_MOTIVE, {@link SessionDetail#PROTECTED_MOTIVE} for one that
 *     may not be named
 * @param wishes municipalities wished, in their order
 * @param proposals how many dwellings were ever proposed, by anyone
 * @param refused how many of them the applicant refused or let pass
 * @param notAllocated how many of them a commission did not allocate
 * @param designatedBy the reservation holder that designated them; null: the landlord found them
 * @param documentsChecked documents by their state; nothing is said of what they are
 */
public record CandidateSheet(
    long candidateId,
    Integer score,
    Integer scoreIfProven,
    boolean priority,
    List<String> grounds,
    boolean protectedGround,
    String collectiveAgreement,
    String currentLandlord,
    String currentType,
    Integer currentSurface,
    Integer currentRent,
    LocalDate currentSince,
    List<String> furtherMotives,
    List<String> wishedTypes,
    List<String> wishes,
    boolean acceptsOtherLocations,
    Integer maximumRent,
    List<Integer> ages,
    int proposals,
    int refused,
    int notAllocated,
    int documentsChecked,
    int documentsToCheck,
    int documentsRefused,
    String designatedBy) {}
