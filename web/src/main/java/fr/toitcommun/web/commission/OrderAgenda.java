package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.ejb.commission.SessionAgenda;
import fr.toitcommun.persistence.allocation.ProposalRow;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.commission.CandidateException;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Said;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The agenda of a session while it is prepared: dwellings and candidates, and their order. */
@Named
@ViewScoped
public class OrderAgenda implements Serializable {
  @Inject private SessionAgenda agenda;
  @Inject private Vacancies vacancies;
  @Inject private PrepareSession prepared;
  @Inject private Said said;

  private long id;
  private List<VacancyRow> addable = List.of();
  private Map<Long, List<ProposalRow>> waiting = Map.of();
  private Long vacancy;
  private Long faulty;
  private final Map<Long, Long> proposalOf = new HashMap<>();
  private final Map<Long, String> exceptionOf = new HashMap<>();
  private final Map<Long, String> reasonOf = new HashMap<>();
  private final Moved moved = new Moved();

  /** Reads what may still come before the session of the page. */
  public void load() {
    id = prepared.getId();
    if (prepared.isPlanned()) {
      addable = vacancies.awaitingCommission();
      waiting =
          agenda.waiting(id).rows().stream().collect(Collectors.groupingBy(ProposalRow::vacancyId));
    }
    for (SessionDetail.Item item : prepared.getDetail().items()) {
      exceptionOf.put(item.itemId(), item.exception().name());
      reasonOf.put(item.itemId(), item.exceptionDetail());
    }
  }

  /** Puts the chosen dwelling on the agenda. */
  public void addDwelling() {
    back("#item-" + agenda.addDwelling(id, vacancy), "session.dwellingAdded");
  }

  /** Takes a dwelling off the agenda. */
  public void removeDwelling(long item) {
    agenda.removeDwelling(id, item);
    back("#agenda", "session.dwellingRemoved");
  }

  /** Moves a dwelling up (negative) or down. */
  public void moveDwelling(long item, int by) {
    agenda.moveDwelling(id, item, by);
    back("#item-" + item, null);
  }

  /** Brings the chosen proposal before the commission. */
  public void addCandidate(long item) {
    agenda.addCandidate(id, item, proposalOf.get(item));
    back("#item-" + item, "session.candidateAdded");
  }

  /** Takes a candidate off. */
  public void removeCandidate(long item, long candidate) {
    agenda.removeCandidate(id, candidate);
    back("#item-" + item, "session.candidateRemoved");
  }

  /** Moves a candidate up (negative) or down. */
  public void moveCandidate(long item, long candidate, int by) {
    agenda.moveCandidate(id, candidate, by);
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
    faulty = item;
    agenda.except(id, item, CandidateException.valueOf(exceptionOf.get(item)), reasonOf.get(item));
    back("#item-" + item, "session.exceptionStated");
  }

  /** Whether something is wrong with a field of this dwelling, and not of another. */
  public boolean wrong(long item, String field) {
    return faulty != null && faulty == item && said.at(field) != null;
  }

  private void back(String fragment, String said) {
    Done.go("/session.xhtml?id=" + id + fragment, said);
  }

  /** Open proposals of a dwelling that are not before the commission. */
  public List<ProposalRow> waitingFor(long vacancyId) {
    return waiting.getOrDefault(vacancyId, List.of());
  }

  /** What may be stated when there are fewer than three. */
  public CandidateException[] getExceptions() {
    return CandidateException.values();
  }

  public Moved getMoved() {
    return moved;
  }

  public List<VacancyRow> getAddable() {
    return addable;
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
}
