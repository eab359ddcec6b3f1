package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.persistence.allocation.ProposalRow;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.commission.CandidateException;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A session: its agenda and candidates while it is prepared, its decisions once it is held. */
@Named
@ViewScoped
public class PrepareSession implements Serializable {
  @Inject private CommissionSessions sessions;
  @Inject private Vacancies vacancies;

  private long id;
  private SessionDetail detail;
  private List<VacancyRow> addable = List.of();
  private Map<Long, List<ProposalRow>> waiting = Map.of();
  private final HeldAt heldAt = new HeldAt();
  private Long vacancy;
  private final Map<Long, Long> proposalOf = new HashMap<>();
  private final Map<Long, String> exceptionOf = new HashMap<>();
  private final Map<Long, String> reasonOf = new HashMap<>();
  private final Moved moved = new Moved();

  /** Reads the session with what may still come before it. */
  public void load() {
    detail = sessions.open(id);
    heldAt.read(detail.heldAt(), detail.place());
    if (isPlanned()) {
      addable = vacancies.awaitingCommission();
      waiting =
          sessions.waiting(id).rows().stream()
              .collect(Collectors.groupingBy(ProposalRow::vacancyId));
    }
    for (SessionDetail.Item item : detail.items()) {
      exceptionOf.put(item.itemId(), item.exception().name());
      reasonOf.put(item.itemId(), item.exceptionDetail());
    }
  }

  /** Moves it to another date or place. */
  public void reschedule() {
    sessions.reschedule(id, heldAt.form());
    back("", "session.rescheduled");
  }

  /** Puts the chosen dwelling on the agenda. */
  public void addDwelling() {
    back("#item-" + sessions.addDwelling(id, vacancy), "session.dwellingAdded");
  }

  /** Takes a dwelling off the agenda. */
  public void removeDwelling(long item) {
    sessions.removeDwelling(id, item);
    back("#agenda", "session.dwellingRemoved");
  }

  /** Moves a dwelling up (negative) or down. */
  public void moveDwelling(long item, int by) {
    sessions.moveDwelling(id, item, by);
    back("#item-" + item, null);
  }

  /** Brings the chosen proposal before the commission. */
  public void addCandidate(long item) {
    sessions.addCandidate(id, item, proposalOf.get(item));
    back("#item-" + item, "session.candidateAdded");
  }

  /** Takes a candidate off. */
  public void removeCandidate(long item, long candidate) {
    sessions.removeCandidate(id, candidate);
    back("#item-" + item, "session.candidateRemoved");
  }

  /** Moves a candidate up (negative) or down. */
  public void moveCandidate(long item, long candidate, int by) {
    sessions.moveCandidate(id, candidate, by);
    back("#item-" + item, null);
  }

  /** Puts what was dragged, by pointer or keyboard, in its new place. */
  public void drop() {
    if (moved.getCandidate() == null) {
      moveDwelling(moved.getItem(), moved.getBy());
    } else {
      moveCandidate(moved.getItem(), moved.getCandidate(), moved.getBy());
    }
  }

  /** States why fewer than three demands are examined (R.441-3). */
  public void except(long item) {
    sessions.except(
        id, item, CandidateException.valueOf(exceptionOf.get(item)), reasonOf.get(item));
    back("#item-" + item, "session.exceptionStated");
  }

  /** Closes the session. */
  public void close() {
    sessions.close(id);
    back("", "session.closed");
  }

  private void back(String fragment, String said) {
    Done.go("/session.xhtml?id=" + id + fragment, said);
  }

  /** Whether it may still be changed. */
  public boolean isPlanned() {
    return detail.status() == CommissionSession.Status.PLANNED;
  }

  /** Open proposals of a dwelling that are not before the commission. */
  public List<ProposalRow> waitingFor(long vacancyId) {
    return waiting.getOrDefault(vacancyId, List.of());
  }

  /** A candidate's name. */
  public String applicant(long candidateId) {
    return detail.items().stream()
        .flatMap(item -> item.candidates().stream())
        .filter(one -> one.candidateId() == candidateId)
        .map(SessionDetail.Candidate::applicant)
        .findFirst()
        .orElse("");
  }

  /** How many candidates still await a decision. */
  public long getUndecided() {
    return detail.items().stream()
        .flatMap(item -> item.candidates().stream())
        .filter(candidate -> candidate.decision() == null && candidate.proposalStatus().isOpen())
        .count();
  }

  /** What may be stated when there are fewer than three. */
  public CandidateException[] getExceptions() {
    return CandidateException.values();
  }

  public Moved getMoved() {
    return moved;
  }

  public SessionDetail getDetail() {
    return detail;
  }

  public List<VacancyRow> getAddable() {
    return addable;
  }

  public HeldAt getHeldAt() {
    return heldAt;
  }

  public Long getVacancy() {
    return vacancy;
  }

  public void setVacancy(Long vacancy) {
    this.vacancy = vacancy;
  }

  public Map<Long, Long> getProposalOf() {
    return proposalOf;
  }

  public Map<Long, String> getExceptionOf() {
    return exceptionOf;
  }

  public Map<Long, String> getReasonOf() {
    return reasonOf;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
