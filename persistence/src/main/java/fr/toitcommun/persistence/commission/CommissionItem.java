package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.persistence.CascadeType;
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
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A dwelling on the agenda of a session, with its candidates in order. */
@Entity
@Table(name = "commission_item")
public class CommissionItem {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "commission_item")
  @SequenceGenerator(
      name = "commission_item",
      sequenceName = "commission_item_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "session_id")
  private CommissionSession session;

  private int position;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "vacancy_id")
  private Vacancy vacancy;

  @Enumerated(EnumType.STRING)
  private CandidateException exception = CandidateException.NONE;

  @Column(name = "exception_detail")
  private String exceptionDetail;

  @OneToMany(mappedBy = "item", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<ItemCandidate> candidates = new ArrayList<>();

  /** For the persistence provider. */
  protected CommissionItem() {}

  CommissionItem(CommissionSession session, int position, Vacancy vacancy) {
    this.session = session;
    this.position = position;
    this.vacancy = vacancy;
  }

  ItemCandidate add(Proposal proposal) {
    if (!proposal.vacancy().equals(vacancy)) {
      throw RefusedInput.because("PROPOSAL_OF_ANOTHER_DWELLING");
    }
    proposal.putOnAgenda();
    ItemCandidate candidate = new ItemCandidate(this, candidates.size() + 1, proposal);
    candidates.add(candidate);
    return candidate;
  }

  void remove(ItemCandidate candidate) {
    candidate.takeOff();
    candidates.remove(candidate);
    renumber();
  }

  void move(ItemCandidate candidate, int by) {
    int from = candidates.indexOf(candidate);
    int to = Math.max(0, Math.min(candidates.size() - 1, from + by));
    candidates.remove(from);
    candidates.add(to, candidate);
    renumber();
  }

  private void renumber() {
    for (int i = 0; i < candidates.size(); i++) {
      candidates.get(i).moveTo(i + 1);
    }
  }

  /** Empties the item before it leaves the agenda. */
  void clear() {
    candidates.forEach(ItemCandidate::takeOff);
    candidates.clear();
  }

  /** States why fewer than three demands are examined (R.441-3). */
  void except(CandidateException why, String detail) {
    if (why == CandidateException.TOO_FEW_CANDIDATES && (detail == null || detail.isBlank())) {
      throw RefusedInput.at("exceptionDetail", "REQUIRED");
    }
    if (why == CandidateException.ADAPTED_PLAI && !vacancy.dwelling().adaptedPlai()) {
      throw RefusedInput.at("exception", "NOT_ADAPTED_PLAI");
    }
    if (why == CandidateException.DALO_DESIGNATION && !designatedUnderDalo()) {
      throw RefusedInput.at("exception", "NO_DALO_CANDIDATE");
    }
    exception = why;
    exceptionDetail = detail;
  }

  /**
   * Whether everyone examined was designated by the préfet under the enforceable right to housing
   * (R.441-3): recognised, and designated on the contingent of priority persons, which is the
   * State's (R.441-5-2).
   */
  private boolean designatedUnderDalo() {
    return "PPRIOR".equals(vacancy.quota())
        && examined().findAny().isPresent()
        && examined()
            .allMatch(
                one ->
                    one.proposal().designatedBy() != null
                        && "ACTIF".equals(one.proposal().demand().daloStatus()));
  }

  /** Those the commission examines: decided, or still before it. */
  private Stream<ItemCandidate> examined() {
    return candidates.stream().filter(ItemCandidate::isExamined);
  }

  /**
   * At least three demands are examined for a dwelling, but for the exceptions of R.441-3. Whoever
   * has left undecided is not examined, and nobody counts twice.
   *
   * @throws RefusedInput when there are fewer and no exception is stated, or it is true no more
   */
  void requireEnoughCandidates(int minimum) {
    long demands = examined().map(one -> one.proposal().demand().uniqueNumber()).distinct().count();
    if (demands < minimum && exception == CandidateException.NONE) {
      throw RefusedInput.because("TOO_FEW_CANDIDATES", demands, minimum);
    }
    if (demands == 0) {
      throw RefusedInput.because("NO_CANDIDATE");
    }
    if (demands < minimum
        && exception == CandidateException.DALO_DESIGNATION
        && !designatedUnderDalo()) {
      throw RefusedInput.because("NO_DALO_CANDIDATE");
    }
  }

  /** Ranks must go 1, 2, 3… without hole or tie; candidates who left meanwhile need no decision. */
  void requireComplete() {
    for (ItemCandidate candidate : candidates) {
      if (candidate.awaitsDecision()) {
        throw RefusedInput.because("CANDIDATE_NOT_DECIDED", candidate.position(), position);
      }
    }
    List<Integer> ranks =
        candidates.stream()
            .filter(ItemCandidate::isAllocated)
            .map(ItemCandidate::order)
            .sorted()
            .toList();
    if (!ranks.equals(IntStream.rangeClosed(1, ranks.size()).boxed().toList())) {
      throw RefusedInput.because("RANKS_WITH_HOLES", position);
    }
  }

  void decide(ItemCandidate candidate, DecisionForm form, LocalDate heldOn, int minimum) {
    requireEnoughCandidates(minimum);
    candidate.decide(form, heldOn);
  }

  int position() {
    return position;
  }

  void moveTo(int newPosition) {
    position = newPosition;
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }

  /** The session. */
  public CommissionSession session() {
    return session;
  }

  /** The vacancy examined. */
  public Vacancy vacancy() {
    return vacancy;
  }

  /** Candidates in the order of examination. */
  public List<ItemCandidate> candidates() {
    return List.copyOf(candidates);
  }
}
