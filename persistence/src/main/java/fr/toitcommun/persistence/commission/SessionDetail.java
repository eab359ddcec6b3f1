package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.eligibility.CandidateFigures;
import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A session with its agenda, as its secretary works on it and as its dossier and minutes print it.
 *
 * @param version the version read, to state when changing it
 * @param dayCome whether its day has come: nobody is present and nothing is decided before
 * @param minimumCandidates demands to examine for each dwelling (R.441-3)
 * @param quorum deliberative members who must take part in what is decided on a dwelling (internal
 *     rules of the day)
 * @param proceedings internal rules, vote from afar and minutes
 */
public record SessionDetail(
    long sessionId,
    int version,
    String commission,
    String landlord,
    String landlordAddress,
    LocalDateTime heldAt,
    String place,
    CommissionSession.Status status,
    boolean dayCome,
    int minimumCandidates,
    int quorum,
    List<AttendeeForm> attendees,
    List<Item> items,
    Proceedings proceedings)
    implements Nominative {
  /** Stands for a motive of DEMAND_MOTIVE that a commission is not told by name. */
  public static final String PROTECTED_MOTIVE = "PROTECTED";

  /**
   * By what rules a session is held, and what is signed of it.
   *
   * @param voteOpensAt when members begin to vote from afar, local time; null: they do not
   * @param paperMinutes whether its minutes were signed by hand, outside the application
   * @param minutes the signed minutes, then their annexes; empty until they are signed
   */
  public record Proceedings(
      long commissionId,
      InternalRules rules,
      LocalDateTime voteOpensAt,
      LocalDateTime voteClosesAt,
      boolean paperMinutes,
      List<SignedMinutes> minutes) {

    /** Whether the president has signed. */
    public boolean isSigned() {
      return !minutes.isEmpty();
    }
  }

  /** The same with only the dwellings that a member sits for (R.441-2-6: what allocation needs). */
  public SessionDetail seenBy(AttendeeForm member, Reference reference) {
    return new SessionDetail(
        sessionId,
        version,
        commission,
        landlord,
        landlordAddress,
        heldAt,
        place,
        status,
        dayCome,
        minimumCandidates,
        quorum,
        attendees,
        items.stream().filter(item -> member.sitsFor(item.vacancy(), reference)).toList(),
        proceedings);
  }

  /**
   * Who may sign the minutes: the president if they took part, else whoever of the deliberative
   * members presided in their place (R.441-9).
   */
  public List<String> signers() {
    List<AttendeeForm> sat =
        attendees.stream()
            .filter(one -> "DELIBERATIVE".equals(one.getVoice()) && one.takesPart())
            .toList();
    boolean presided = sat.stream().anyMatch(AttendeeForm::isPresident);
    return sat.stream()
        .filter(one -> !presided || one.isPresident())
        .map(AttendeeForm::getName)
        .distinct()
        .toList();
  }

  /** Whether someone is the president elected by the landlord's members. */
  public boolean isPresident(String name) {
    return attendees.stream().anyMatch(one -> one.isPresident() && one.getName().equals(name));
  }

  /** Whose voice counts for the quorum on a dwelling of the agenda, by their place on the list. */
  public Set<Long> voicesOn(Long itemId) {
    return items.stream()
        .filter(item -> Long.valueOf(item.itemId()).equals(itemId))
        .findFirst()
        .map(Item::voices)
        .orElse(Set.of());
  }

  /** How many voices count for the dwelling that has the fewest; none without any dwelling. */
  public int fewestVoices() {
    return items.stream().mapToInt(item -> item.voices().size()).min().orElse(0);
  }

  /**
   * A dwelling of the agenda.
   *
   * @param voices the attendees whose voice counts for the quorum on it
   */
  public record Item(
      long itemId,
      int position,
      VacancyRow vacancy,
      CandidateException exception,
      String exceptionDetail,
      List<Candidate> candidates,
      Set<Long> voices) {

    /** Whether fewer than {@code minimum} demands are examined without an exception (R.441-3). */
    public boolean lacksCandidates(int minimum) {
      return exception == CandidateException.NONE && examined() < minimum;
    }

    /** How many demands are examined: decided, or still before the commission; each once. */
    public long examined() {
      return candidates.stream()
          .filter(Candidate::isExamined)
          .map(Candidate::uniqueNumber)
          .distinct()
          .count();
    }
  }

  /**
   * A candidate with what the commission may know.
   *
   * @param composition adults and persons in charge, such as "2+3"
   * @param mainMotive code of DEMAND_MOTIVE, or {@link #PROTECTED_MOTIVE}
   * @param figures of the household and against the dwelling, on the day of the session; null once
   *     the demand is erased
   */
  public record Candidate(
      long candidateId,
      int version,
      int position,
      long proposalId,
      String uniqueNumber,
      String applicant,
      String coApplicants,
      LocalDate birthDate,
      LocalDate initialDepositDate,
      int householdSize,
      int householdCategory,
      String composition,
      Integer annualIncome,
      CandidateFigures figures,
      String currentTenure,
      String mainMotive,
      boolean transfer,
      String daloStatus,
      ProposalStatus proposalStatus,
      Decision decision,
      Integer rank,
      String conditionText,
      LocalDate conditionDeadline,
      LocalDate conditionMetOn,
      String motive,
      String motiveDetail,
      List<String> furtherMotives) {

    /** Whether the commission examines them: decided, or still before it (R.441-3). */
    public boolean isExamined() {
      return ItemCandidate.isExamined(decision, proposalStatus);
    }

    /** Whether the commission still has to decide on them. */
    public boolean awaitsDecision() {
      return decision == null && isExamined();
    }

    /** Share of the ceiling of the dwelling's financing (R.441-1); null without one. */
    public Figure ceilingShare() {
      return figure(FigureKind.CEILING_SHARE);
    }

    /** Effort rate (R.441-3-1); null without one. */
    public Figure effortRate() {
      return figure(FigureKind.EFFORT_RATE);
    }

    /** What is left per consumption unit and day; null without one. */
    public Figure residualIncome() {
      return figure(FigureKind.RESIDUAL_INCOME);
    }

    /**
     * Whether they are of the first quartile of the dwelling's EPCI (L.441-1); null without one.
     */
    public Figure firstQuartile() {
      return figure(FigureKind.FIRST_QUARTILE);
    }

    /** Resources per consumption unit (L.441-1); null without one. */
    public Figure resourcesPerUnit() {
      return figure(FigureKind.RESOURCES_PER_UNIT);
    }

    /** Monthly resources that the effort rate is reckoned with, euros; null: not stated. */
    public Integer monthlyResources() {
      return figures == null ? null : figures.means().resources();
    }

    /** A figure; null for a body, which has none, and once the demand is erased. */
    private Figure figure(FigureKind kind) {
      return figures == null ? null : figures.figure(kind).orElse(null);
    }

    /** Every motive of an unfavourable decision, the main one first. */
    public List<String> motives() {
      if (motive == null) {
        return List.of();
      }
      List<String> all = new ArrayList<>(List.of(motive));
      all.addAll(furtherMotives);
      return all;
    }
  }

  @Override
  public List<String> uniqueNumbers() {
    return items.stream()
        .flatMap(item -> item.candidates().stream())
        .map(Candidate::uniqueNumber)
        .distinct()
        .toList();
  }
}
