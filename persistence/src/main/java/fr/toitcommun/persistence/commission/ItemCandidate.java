package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A candidate for a dwelling in a session, and what the commission decided. */
@Entity
@Table(name = "item_candidate")
public class ItemCandidate {
  /**
   * The order in which those allocated a dwelling are called, over all sessions that examined it.
   */
  public static final Comparator<ItemCandidate> BY_TURN = Comparator.comparing(ItemCandidate::turn);

  private static final Set<String> INADMISSIBILITY_MOTIVES = Set.of("IRRSEJ", "IRRRES");

  /** A motive that says nothing by itself: it is written out (L.441-2-2). */
  private static final String OTHER = "OTHER";

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_candidate")
  @SequenceGenerator(
      name = "item_candidate",
      sequenceName = "item_candidate_seq",
      allocationSize = 50)
  private Long id;

  @Version private int version;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "item_id")
  private CommissionItem item;

  private int position;

  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "proposal_id")
  private Proposal proposal;

  @Enumerated(EnumType.STRING)
  private Decision decision;

  private Integer rank;

  @Column(name = "condition_text")
  private String conditionText;

  @Column(name = "condition_deadline")
  private LocalDate conditionDeadline;

  @Column(name = "condition_prolonged_to")
  private LocalDate conditionProlongedTo;

  @Column(name = "condition_met_on")
  private LocalDate conditionMetOn;

  private String motive;

  @Column(name = "motive_detail")
  private String motiveDetail;

  @Column(name = "further_motives")
  private String furtherMotives;

  /** For the persistence provider. */
  protected ItemCandidate() {}

  ItemCandidate(CommissionItem item, int position, Proposal proposal) {
    this.item = item;
    this.position = position;
    this.proposal = proposal;
  }

  /**
   * Records a decision; until the session is closed another may replace it.
   *
   * @param heldOn day of the session
   * @throws RefusedInput naming what the decision lacks, or when it allocates a dwelling that is
   *     not to let any more, or to somebody who has left the file since
   */
  void decide(DecisionForm form, LocalDate heldOn) {
    List<Fault> faults = faults(form, heldOn);
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
    if (form.decision().status().isAllocation()) {
      // A refusal that is corrected comes back after nobody kept it up to date.
      proposal.vacancy().requireOpen();
      proposal.demand().requireActive();
    }
    proposal.decide(form.decision().status(), heldOn);
    boolean conditional = form.decision() == Decision.CONDITIONAL_ALLOCATION;
    boolean refusal = !form.decision().status().isAllocation();
    decision = form.decision();
    rank = decision == Decision.RANKED_ALLOCATION || conditional ? form.rank() : null;
    conditionText = conditional ? form.conditionText() : null;
    conditionDeadline = conditional ? form.conditionDeadline() : null;
    conditionMetOn = null;
    motive = refusal ? form.motive() : null;
    motiveDetail = form.motiveDetail();
    List<String> further = form.otherMotives();
    furtherMotives = refusal && !further.isEmpty() ? String.join(" ", further) : null;
  }

  /**
   * Gives the recorded decision another date, as long as nothing followed from it.
   *
   * @return whether it did
   */
  boolean redate(LocalDate heldOn) {
    boolean standing = proposal.status() == decision.status();
    if (standing) {
      proposal.decide(decision.status(), heldOn);
    }
    return standing;
  }

  private static List<Fault> faults(DecisionForm form, LocalDate heldOn) {
    if (form.decision() == null) {
      return List.of(Fault.at("decision", "REQUIRED"));
    }
    List<Fault> faults = new ArrayList<>();
    if (form.rank() != null && (form.rank() < 1 || form.rank() > 99)) {
      faults.add(Fault.at("rank", "RANK_RANGE"));
    }
    switch (form.decision()) {
      case ALLOCATION -> {}
      case RANKED_ALLOCATION -> require(form.rank(), "rank", faults);
      case CONDITIONAL_ALLOCATION -> {
        require(form.conditionText(), "conditionText", faults);
        require(form.conditionDeadline(), "conditionDeadline", faults);
        if (form.conditionDeadline() != null && form.conditionDeadline().isBefore(heldOn)) {
          faults.add(Fault.at("conditionDeadline", "CONDITION_DEADLINE_PAST", heldOn));
        }
      }
      case NON_ALLOCATION -> {
        require(form.motive(), "motive", faults);
        if (OTHER.equals(form.motive()) || form.otherMotives().contains(OTHER)) {
          require(form.motiveDetail(), "motiveDetail", faults);
        }
      }
      case INADMISSIBILITY -> {
        require(form.motive(), "motive", faults);
        if (form.motive() != null
            && !(INADMISSIBILITY_MOTIVES.contains(form.motive())
                && INADMISSIBILITY_MOTIVES.containsAll(form.otherMotives()))) {
          faults.add(Fault.at("motive", "INADMISSIBILITY_MOTIVE"));
        }
      }
    }
    return faults;
  }

  /** Whether this code of CANCELLATION_SUB_REASON is a motive of inadmissibility. */
  static boolean isInadmissibility(String code) {
    return INADMISSIBILITY_MOTIVES.contains(code);
  }

  private static void require(Object value, String field, List<Fault> faults) {
    if (value == null || value.toString().isBlank()) {
      faults.add(Fault.at(field, "REQUIRED"));
    }
  }

  /**
   * The missing document was supplied (R.441-3 c).
   *
   * @throws RefusedInput when nothing is awaited (any more), the decision is not final yet, or it
   *     came too late
   */
  public void meetCondition(LocalDate on) {
    if (decision != Decision.CONDITIONAL_ALLOCATION
        || proposal.status() != ProposalStatus.CONDITIONAL) {
      throw RefusedInput.because("NO_CONDITION");
    }
    if (!item.session().isClosed()) {
      throw RefusedInput.because("SESSION_NOT_CLOSED");
    }
    if (on.isAfter(conditionUntil())) {
      throw RefusedInput.at("on", "CONDITION_TOO_LATE", conditionUntil());
    }
    conditionMetOn = on;
  }

  /**
   * A lease that was signed by mistake had ended the proposal for so many days, in which nothing
   * could be supplied: what is lacking may be supplied that much later (R.441-3 c). What the
   * commission decided stays as its minutes tell.
   */
  public void makeUpFor(int days) {
    if (decision == Decision.CONDITIONAL_ALLOCATION && conditionMetOn == null && days > 0) {
      conditionProlongedTo = conditionUntil().plusDays(days);
    }
  }

  /** Until when what is lacking may be supplied; null: nothing was suspended. */
  public LocalDate conditionUntil() {
    return conditionProlongedTo == null ? conditionDeadline : conditionProlongedTo;
  }

  /**
   * Makes sure that this candidate may sign now: the session is closed, those of better rank and
   * those whom an earlier session allocated the dwelling to have gone, the condition is met
   * (R.441-3).
   *
   * @param ofDwelling every candidate that a closed session had for this vacancy
   * @throws RefusedInput with the reason
   */
  public void requireMaySign(Collection<ItemCandidate> ofDwelling) {
    if (!item.session().isClosed()) {
      throw RefusedInput.because("SESSION_NOT_CLOSED");
    }
    if (!proposal.status().isAllocation()) {
      throw RefusedInput.because("NOT_ALLOCATED");
    }
    if (decision == Decision.CONDITIONAL_ALLOCATION && conditionMetOn == null) {
      throw RefusedInput.because("CONDITION_NOT_MET", conditionUntil());
    }
    boolean betterStillIn =
        ofDwelling.stream()
            .anyMatch(
                other ->
                    other.isAllocated()
                        && other.proposal.status().isAllocation()
                        && BY_TURN.compare(other, this) < 0);
    if (betterStillIn) {
      throw RefusedInput.because("BETTER_RANK_FIRST");
    }
  }

  /**
   * Makes sure that a lease follows from the allocation: signed on the day of the session or later,
   * by those of a later rank not before it was their turn (R.441-3).
   *
   * @throws RefusedInput at the day of signature
   */
  public void requireSignedSinceAllocation(LocalDate signedOn, LocalDate today) {
    LocalDate called = order() > 1 ? proposal.calledOn() : null;
    LocalDate earliest = called == null ? item.session().heldOn() : called;
    if (signedOn.isBefore(earliest)) {
      throw RefusedInput.at("signedOn", "DATE_OUT_OF_RANGE", earliest, today);
    }
  }

  private Turn turn() {
    return new Turn(item.session().heldAt(), item.session().id(), order(), id);
  }

  /** Place in the order of allocation: an allocation without rank comes first. */
  public int order() {
    return rank == null ? 1 : rank;
  }

  /**
   * Whether a commission examines a candidate: decided, or still before it (R.441-3). Whoever has
   * left undecided is not examined.
   *
   * @param decision null: none yet
   * @param status where the proposal stands
   */
  public static boolean isExamined(Decision decision, ProposalStatus status) {
    return decision != null || status == ProposalStatus.ON_AGENDA;
  }

  boolean isExamined() {
    return isExamined(decision, proposal.status());
  }

  /** Whether the commission still has to decide on them. */
  boolean awaitsDecision() {
    return decision == null && isExamined();
  }

  /** Whether the commission allocated the dwelling to this candidate in some order. */
  boolean isAllocated() {
    return decision != null && decision.status().isAllocation();
  }

  void moveTo(int newPosition) {
    position = newPosition;
  }

  /** Takes the candidate off before any decision. */
  void takeOff() {
    if (decision != null) {
      throw RefusedInput.because("CANDIDATE_DECIDED");
    }
    if (proposal.status() == ProposalStatus.ON_AGENDA) {
      proposal.takeOffAgenda();
    }
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }

  /** Counts the changes; a writer states the one it read. */
  public int version() {
    return version;
  }

  /** The item it belongs to. */
  public CommissionItem item() {
    return item;
  }

  /** The proposal examined. */
  public Proposal proposal() {
    return proposal;
  }

  /** What was decided; null until then. */
  public Decision decision() {
    return decision;
  }

  /** Sub-reason of an inadmissibility, or motive of a non-allocation. */
  public String motive() {
    return motive;
  }

  int position() {
    return position;
  }
}
